import type { AgencyMonths, GroupTotals, OwnUnresolvedLearner, ProvinceTotals, YearInDays } from '../src/api/contract';
import type { Agency, Counts, ReportSchedule } from '../src/api/types';
import { countsOf } from './aggregate.ts';
import type { MockPerson } from './people.ts';

/** How a year went, from the credits of the people. */
export function daysOf(people: MockPerson[], year: number): YearInDays {
  const days = new Map<string, { credits: number; countedJp: number; met: number }>();
  let metAtStart = 0;
  for (const person of people) {
    let sum = 0;
    let isMet = false;
    const minJp = person.requirement?.minJp ?? Infinity;
    for (const credit of creditsOf(person)) {
      const day = days.get(credit.date) ?? { credits: 0, countedJp: 0, met: 0 };
      sum += credit.countedJp;
      const meets: boolean = person.status === 'MET' && !isMet && sum >= minJp;
      isMet ||= meets;
      days.set(credit.date, { credits: day.credits + 1, countedJp: day.countedJp + credit.countedJp, met: day.met + (meets ? 1 : 0) });
    }
    if (person.status === 'MET' && !isMet) metAtStart++;
  }
  const { met, unmet } = countsOf(people);
  return {
    year,
    people: people.length,
    required: met + unmet,
    metAtStart,
    computedAt: new Date().toISOString(),
    days: [...days].map(([date, day]) => ({ date, ...day })).sort((a, b) => a.date.localeCompare(b.date)),
  };
}

export function monthsOf(code: string, people: MockPerson[], year: number): AgencyMonths {
  const months: AgencyMonths = { code, credits: zeros(), countedJp: zeros(), met: zeros() };
  for (const { date, credits, countedJp, met } of daysOf(people, year).days) {
    const month = Number(date.slice(5, 7)) - 1;
    months.credits[month]! += credits;
    months.countedJp[month]! += countedJp;
    months.met[month]! += met;
  }
  return months;
}

export function groupsOf(people: MockPerson[], key: (person: MockPerson) => string): GroupTotals[] {
  const names = [...new Set(people.map(key))];
  return names.map((name) => ({ name, ...countsOf(people.filter((p) => key(p) === name)) })).sort((a, b) => b.people - a.people);
}

export function provincesOf(agencies: (Agency & Counts)[]): ProvinceTotals[] {
  const codeOf = ({ kind, provinceCode }: Agency) => (kind === 'KEMENTERIAN' || kind === 'LEMBAGA' ? '' : (provinceCode ?? ''));
  return [...new Set(agencies.map(codeOf))].sort().map((provinceCode) => {
    const within = agencies.filter((agency) => codeOf(agency) === provinceCode);
    const sum = (of: 'people' | 'met' | 'unmet' | 'exempt' | 'notRequired' | 'countedJp') =>
      within.reduce((total, agency) => total + agency[of], 0);
    const [people, countedJp] = [sum('people'), sum('countedJp')];
    const rest = { met: sum('met'), unmet: sum('unmet'), exempt: sum('exempt'), notRequired: sum('notRequired') };
    return { provinceCode, agencies: within.length, people, ...rest, countedJp, meanJp: people ? countedJp / people : 0 };
  });
}

export const unresolved: OwnUnresolvedLearner[] = [
  { ifi: 'mailto:n.hidayat@instansi.example', kind: 'mbox', providers: ['Corpu LAN'], statements: 14, lastDay: '2026-10-02' },
  { ifi: 'account:https://lms.instansi.example|4711', kind: 'account', providers: ['KLC', 'Corpu LAN'], statements: 3, lastDay: '2026-08-19' },
];

export const schedules: ReportSchedule[] = [
  { id: 'k002-bulanan', agencyCode: 'K002', provider: null, kind: 'behind', cron: 'monthly', format: 'xlsx', nextRun: '2026-12-01T23:00:00Z' },
];

function creditsOf(person: MockPerson) {
  return person.credits
    .filter((credit) => !credit.reductions.some(({ rule }) => rule === 'duplicate'))
    .sort((a, b) => a.date.localeCompare(b.date));
}

function zeros(): number[] {
  return new Array<number>(12).fill(0);
}
