import type { ActivityWorth, IntakeDay, ProviderIntake, ProviderSummary } from '../src/api/contract';
import type { Credential } from '../src/api/types';
import type { Session } from '../src/api/types';
import type { Ask, Reply } from './answers.ts';
import { randomFrom } from './random.ts';

const Names = ['ASN Berpijar', 'Corpu LAN', 'MOOC Instansi'];
const credentials: Credential[] = Names.map((provider, index) => credentialOf(provider, `${index}a7c`, 'produksi'));

const worths: ActivityWorth[] = [
  worthOf('dasar-ai', 'Dasar AI bagi ASN', 'ELEARNING', 10, 10, 'PROGRAMME', 1, 3),
  worthOf('coaching', 'Coaching kinerja', 'COACHING', null, 2, 'PER_SESSION', 2, null, 2),
  worthOf('ojt', 'Bimbingan di tempat kerja', 'OJT', null, null, 'MANUAL', 0),
];

function worthOf(
  id: string,
  title: string,
  form: string,
  jp: number | null,
  countsJp: number | null,
  basis: string,
  value: number,
  jpPerDay: number | null = null,
  eventsPerMonth: number | null = null,
): ActivityWorth {
  const rest = { level: 'NATIONAL', units: null, competencies: [], validFrom: null, validTo: null };
  return { activityIri: `https://lms.example.go.id/${id}`, title, form, jp, countsJp, basis, value, jpPerDay, eventsPerMonth, ...rest };
}

/** Platforms and their intake; null where the address is none of theirs. */
export function providers(ask: Ask, user: Session): Reply | null {
  if (ask.path === '/providers') return user.role === 'lan' ? ok(Names.map(summaryOf)) : problem(403);
  if (ask.path.startsWith('/credentials')) return user.role === 'agency' ? problem(403) : credentialAnswer(ask, user);
  const path = /^\/providers\/([^/]+)\/(intake|test-statement|activities)$/.exec(ask.path);
  if (!path) return null;
  const provider = decodeURIComponent(path[1]!);
  if (user.role === 'agency' || (user.role === 'vendor' && user.provider !== provider)) return problem(403);
  if (path[2] === 'activities') return ok(worths);
  return path[2] === 'intake' ? ok(intakeOf(provider)) : ok(testAnswer(ask));
}

function intakeOf(provider: string): ProviderIntake {
  const random = randomFrom(provider);
  const today = Date.now();
  const days = Array.from({ length: 30 }, (_, index): IntakeDay => {
    const accepted = Math.floor(random.next() * 9000) + 500;
    const unknownLearner = Math.floor(accepted * 0.05 * random.next());
    const unknownActivity = Math.floor(accepted * 0.08 * random.next());
    return {
      day: new Date(today - (29 - index) * 86_400_000).toISOString().slice(0, 10),
      accepted,
      refusedRequests: Math.floor(random.next() * 160),
      notRecognised: unknownLearner + unknownActivity,
      unknownLearner,
      unknownActivity,
    };
  });
  const at = new Date(today - 40_000).toISOString();
  const reasons = [
    { status: 400, code: 'invalid_mbox', path: '$[*].actor.mbox', rule: 'xAPI-Data 2.4.2.3 / IEEE 9274.1.1 4.2.2', requests: 1204, lastAt: at },
    { status: 409, code: 'conflict', path: '', rule: 'xAPI Data 2.3.1', requests: 311, lastAt: at },
    { status: 401, code: 'unauthorized', path: '', rule: '', requests: 12, lastAt: at },
    {
      status: 400,
      code: 'unknown_property',
      path: '$[*].context.contextActivities.parent[*].defintion',
      rule: 'xAPI-Data 2.2',
      requests: 3,
      lastAt: at,
    },
  ];
  return {
    provider,
    from: days[0]!.day,
    to: days[29]!.day,
    timeZone: 'Asia/Jakarta',
    lastStatementAt: at,
    perMinute: Array.from({ length: 60 }, () => Math.floor(random.next() * 20)),
    days,
    reasons,
    recent: reasons.map(({ lastAt, requests: _, ...reason }, index) => ({
      ...reason,
      refusedAt: lastAt,
      request: 'POST /xapi/statements',
      statementIndex: reason.path ? index : null,
    })),
    unknownLearners: [
      { kind: 'account', homePage: 'https://lms.example.go.id', learners: 41, statements: 388, lastDay: days[29]!.day, forms: ['999999', 'aaaa.aaaaaa'] },
      { kind: 'mbox', homePage: '', learners: 7, statements: 9, lastDay: days[20]!.day, forms: ['aaaa99@aaaaa.aaa'] },
    ],
    unknownActivities: [
      { activityIri: 'https://lms.example.go.id/course/view.php?id=4711', statements: 512, learners: 498, lastDay: days[29]!.day },
    ],
  };
}

function summaryOf(provider: string): ProviderSummary {
  const { days, lastStatementAt, perMinute } = intakeOf(provider);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    provider,
    lastStatementAt,
    lastHour: sum(perMinute),
    accepted: sum(days.map((day) => day.accepted)),
    refusedRequests: sum(days.map((day) => day.refusedRequests)),
    credentials: credentials.filter((credential) => credential.provider === provider && !credential.revokedAt).length,
  };
}

function credentialAnswer(ask: Ask, user: Session): Reply {
  const own = credentials.filter((credential) => user.role === 'lan' || credential.provider === user.provider);
  if (ask.method === 'GET') return ok(own);
  const secret = 'q0Jb3dYV7c5k1nX8wT2rLz4mPsHfGaEuIoCvBtNyRxW';
  const [, , key, action] = ask.path.split('/');
  const found = own.find((credential) => credential.key === key);
  if (ask.method === 'POST' && !key) {
    const made = { ...credentialOf(ask.body.provider!, crypto.randomUUID().slice(0, 4), ask.body.name!), lastUsedOn: null };
    credentials.push(made);
    return { status: 201, body: { key: made.key, secret } };
  }
  if (!found) return problem(404);
  if (action === 'rotate') {
    found.previousValidUntil = new Date(Date.now() + 86_400_000).toISOString();
    return ok({ key, secret, previousValidUntil: found.previousValidUntil });
  }
  found.revokedAt = new Date().toISOString();
  return { status: 204 };
}

function credentialOf(provider: string, start: string, name: string): Credential {
  return {
    key: `${start}`.padEnd(32, '0d4e9b81'),
    provider,
    scopes: ['statements/write', 'statements/read/mine'],
    name,
    createdAt: '2026-02-01T03:00:00Z',
    allowedOrigins: name === 'produksi' ? [] : ['https://lms.example.go.id'],
    expiresAt: null,
    previousValidUntil: null,
    lastUsedOn: '2026-11-20',
    revokedAt: null,
  };
}

function testAnswer({ isJson }: Ask) {
  return isJson
    ? { status: 200, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: '["0199c2d4-0000-7000-8000-000000000001"]' }
    : {
        status: 400,
        headers: { 'Content-Type': 'application/problem+json' },
        body: '{"status":400,"title":"Refused","detail":"The text as a whole: is not JSON (byte 1)","code":"malformed_json"}',
      };
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function problem(status: number): Reply {
  return { status, body: { title: `HTTP ${status}`, status } };
}
