import type { AgencyPerson, ManualClaim, NationCompliance } from '../src/api/contract';
import type { Agency, Report, Session } from '../src/api/types';
import { agencies } from './agencies.ts';
import { aggregateOf, countsOf } from './aggregate.ts';
import { providers } from './providers.ts';
import { peopleOf, type MockPerson } from './people.ts';
import { daysOf, groupsOf, monthsOf, provincesOf, schedules, unresolved } from './progress.ts';

export interface Ask {
  method: string;
  path: string;
  query: URLSearchParams;
  user: string | null;
  body: Record<string, string>;
  isJson: boolean;
  hasCsrfHeader: boolean;
}

export interface Reply {
  status: number;
  body?: unknown;
  user?: string;
  file?: string;
}

const nobodysPlace = { agencyCode: null, provider: null, personId: null, mustChangePassword: false };

const Users: Record<string, Session> = {
  lan: { ...nobodysPlace, userName: 'lan', displayName: 'Rina Kusuma', role: 'lan' },
  agency: { ...nobodysPlace, userName: 'agency', displayName: 'Budi Santoso', role: 'agency', agencyCode: 'K002' },
  vendor: { ...nobodysPlace, userName: 'vendor', displayName: 'Maya Permana', role: 'vendor', provider: 'Corpu LAN' },
  asn: { ...nobodysPlace, userName: 'asn', displayName: 'Sri Wahyuni', role: 'asn', personId: peopleOf(agencies[1]!, 2026)[0]!.personId },
};

const made: Report[] = [];
const nations = new Map<number, NationCompliance>();

export function answer(ask: Ask): Reply {
  if (ask.path === '/session/ways') return ok({ oidc: null, minPasswordLength: 12 });
  if (ask.path === '/session') return session(ask);
  if (ask.path.startsWith('/verifications/')) return verification(ask.path.split('/')[2]!);
  const user = ask.user ? Users[ask.user] : undefined;
  if (!user) return problem(401, 'Not signed in');
  if (ask.method !== 'GET' && !ask.hasCsrfHeader) return problem(403, 'X-Requested-With missing');
  const year = Number(ask.query.get('year') ?? 2026);

  const agencyPath = /^\/agencies\/([^/]+)\/(compliance|people|compliance\/days|compliance\/units|compliance\/position-groups|unresolved\/people)$/.exec(ask.path);
  if (agencyPath) {
    const agency = agencies.find((a) => a.code === agencyPath[1]);
    if (user.role === 'vendor' || (user.role === 'agency' && user.agencyCode !== agencyPath[1])) return problem(403, 'Not your agency');
    if (!agency) return problem(404, 'No such agency');
    return agencyAnswer(agencyPath[2]!, agency, year, ask.query);
  }
  const personPath = /^\/people\/([^/]+)\/transcript$/.exec(ask.path);
  if (personPath) return transcript(personPath[1]!, year, user);
  if (ask.path === '/agencies') return ok(agencies.filter((a) => user.role === 'lan' || a.code === user.agencyCode));
  if (ask.path.startsWith('/compliance')) return user.role === 'lan' ? nation(ask.path, year) : problem(403, 'LAN only');
  if (ask.path.startsWith('/report-schedules')) return ask.method === 'GET' ? ok(schedules) : { status: 204 };
  if (ask.path.endsWith('/unresolved/people/mappings')) return { status: 204 };
  if (ask.path === '/manual-claims') return ok({ claims: manualClaims(ask.query.get('agency') ?? '', year), next: null });
  if (/\/manual-credits\/[^/]+$/.test(ask.path)) return ok({});
  const ofProviders = providers(ask, user);
  if (ofProviders) return ofProviders;
  if (ask.path.startsWith('/reports')) return reports(ask, user, year);
  return problem(404, 'No such resource');
}

function session({ method, body, user }: Ask): Reply {
  if (method === 'DELETE') return { status: 204, user: '' };
  if (method === 'GET') return user && Users[user] ? ok(Users[user]) : problem(401, 'Not signed in');
  const name = body.userName ?? '';
  return Users[name] && body.password === name ? { ...ok(Users[name]), user: name } : problem(401, 'Wrong user name or password');
}

/** Nothing was learned before 2023. */
function peopleIn(agency: Agency, year: number): MockPerson[] {
  return year < 2023 ? [] : peopleOf(agency, year);
}

function agencyAnswer(what: string, agency: Agency, year: number, query: URLSearchParams): Reply {
  const people = peopleIn(agency, year);
  if (what === 'people') return peoplePage(agency, year, query);
  if (what === 'compliance/days') return ok(daysOf(people, year));
  if (what === 'compliance/units') return ok(groupsOf(people, (person) => person.unit));
  if (what === 'compliance/position-groups') return ok(groupsOf(people, (person) => person.positionGroup));
  if (what === 'unresolved/people') return ok(unresolved);
  return ok({ code: agency.code, name: agency.name, kind: agency.kind, ...aggregateOf(people, year) });
}

function nation(path: string, year: number): Reply {
  const everyone = () => agencies.flatMap((agency) => peopleIn(agency, year));
  if (path === '/compliance/days') return ok(daysOf(everyone(), year));
  if (path === '/compliance/months') return ok({ year, agencies: agencies.map((a) => monthsOf(a.code, peopleIn(a, year), year)) });
  if (path === '/compliance/position-groups') return ok(groupsOf(everyone(), (person) => person.positionGroup));
  let known = nations.get(year);
  if (!known) {
    const counted = agencies.map((agency) => ({ ...agency, ...countsOf(peopleIn(agency, year)) }));
    nations.set(year, (known = { ...aggregateOf(everyone(), year), agencies: counted, byProvince: provincesOf(counted) }));
  }
  return ok(known);
}

function peoplePage(agency: Agency, year: number, query: URLSearchParams): Reply {
  const search = (query.get('search') ?? '').toLowerCase();
  const rows = peopleIn(agency, year)
    .map(rowOf)
    .filter((row) => !query.get('status') || row.status === query.get('status'))
    .filter((row) => row.name.toLowerCase().includes(search))
    .filter((row) => !query.get('unit') || row.unit === query.get('unit'))
    .filter((row) => !query.get('employmentType') || row.employmentType === query.get('employmentType'))
    .filter((row) => !query.get('positionGroup') || row.positionGroup === query.get('positionGroup'))
    .sort((a, b) => b.missingJp - a.missingJp || a.personId.localeCompare(b.personId));
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  return ok({ people: rows.slice(from, to), next: to < rows.length ? String(to) : null });
}

function rowOf(person: MockPerson): AgencyPerson {
  const { minJp } = person.requirement;
  return {
    personId: person.personId,
    name: person.name,
    employmentType: person.employmentType,
    unit: person.unit,
    positionGroup: person.positionGroup,
    countedJp: person.countedJp,
    minJp,
    missingJp: minJp === null ? 0 : Math.max(0, Math.round((minJp - person.countedJp) * 10) / 10),
    status: person.status,
  };
}

function transcript(personId: string, year: number, user: Session): Reply {
  for (const agency of agencies) {
    const person = peopleOf(agency, year).find((p) => p.personId === personId);
    if (!person) continue;
    return user.role === 'lan' || user.agencyCode === agency.code || user.personId === personId ? ok(person) : problem(403, 'Not your agency');
  }
  return problem(404, 'No such person');
}

function manualClaims(code: string, year: number): ManualClaim[] {
  const agency = agencies.find((known) => known.code === code);
  if (!agency) return [];
  return peopleIn(agency, year)
    .flatMap(({ personId, name, credits }) => credits.filter(({ form }) => form === 'OJT').map((credit) => ({ ...credit, personId, name, agencyCode: code })))
    .slice(0, 5);
}

/** One code is known; typed with or without dashes. */
function verification(code: string): Reply {
  const known = 'K7QX2-9M4TD-3ZB8H-W5R1N';
  if (code.toUpperCase().replaceAll(/[- ]/g, '') !== known.replaceAll('-', '')) return problem(404, 'No such transcript');
  return ok({
    code: known,
    initials: 'S. R.',
    agencyName: agencies[0]!.name,
    employmentType: 'PNS',
    year: 2026,
    countedJp: 21.5,
    minJp: 20,
    status: 'MET',
    issuedAt: '2026-11-02T03:00:00Z',
    unchanged: true,
    pdfSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  });
}

function reports(ask: Ask, user: Session, year: number): Reply {
  const file = /^\/reports\/([^/]+)\/file$/.exec(ask.path);
  if (file) return { ...ok({ report: file[1] }), file: `${file[1]}.json` };
  if (user.role === 'vendor') return problem(403, 'Not for platforms');
  if (ask.method === 'POST') {
    const { agencyCode = '', format } = ask.body;
    made.unshift(...reportsOf(agencyCode, Number(ask.body.year), Date.now()).filter((report) => report.format === format));
    return ok({ id: 'r1', outcome: 'succeeded' });
  }
  const code = ask.query.get('agency') ?? '';
  const scheduled = year < 2023 ? [] : reportsOf(code, year, Date.UTC(year, 10, 2, 23, 0));
  return ok([...made.filter((r) => r.agencyCode === code && r.year === year), ...scheduled]);
}

function reportsOf(agencyCode: string, year: number, at: number): Report[] {
  return [
    ['csv', 48_213],
    ['xlsx', 1_131_870],
    ['pdf', 212_404],
  ].map(([format, bytes]) => ({
    id: `${agencyCode}-${year}-${at}-${format}`,
    agencyCode,
    provider: null,
    year,
    kind: 'compliance',
    format: String(format),
    fileName: `kepatuhan-${agencyCode}-${year}-${new Date(at).toISOString().slice(0, 10)}.${format}`,
    bytes: Number(bytes),
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    createdAt: new Date(at).toISOString(),
  }));
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function problem(status: number, title: string): Reply {
  return { status, body: { type: 'about:blank', title, status, detail: title } };
}
