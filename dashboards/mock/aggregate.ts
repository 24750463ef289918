import type { Aggregate, Counts, Credit, JpTotals } from '../src/api/types';
import { competencies, type MockPerson } from './people.ts';

export function countsOf(people: MockPerson[]): Counts {
  const of = (status: string) => people.filter((person) => person.status === status).length;
  const countedJp = sum(people, (person) => person.countedJp);
  return {
    people: people.length,
    met: of('MET'),
    unmet: of('UNMET'),
    exempt: of('EXEMPT'),
    notRequired: of('NOT_REQUIRED'),
    countedJp,
    meanJp: people.length ? round(countedJp / people.length) : 0,
  };
}

export function aggregateOf(people: MockPerson[], year: number): Aggregate {
  const credits = people.flatMap((person) =>
    person.credits
      .filter((c) => !c.reductions.some((r) => r.rule === 'duplicate'))
      .map((credit) => ({ ...credit, personId: person.personId })),
  );
  return {
    year,
    ...countsOf(people),
    computedAt: new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString(),
    byEmploymentType: [...groups(people, (p) => p.employmentType)].map(([employmentType, group]) => ({
      employmentType,
      ...countsOf(group),
    })),
    byForm: totals(credits, (c) => c.form).map(([form, t]) => ({ form, ...t })),
    byProvider: totals(credits, (c) => c.provider).map(([provider, t]) => ({ provider, ...t })),
    byCompetency: competencies.map(([competency, name]) => {
      const covering = people.filter((p) => p.competencies.some((c) => c.competency === competency && c.covered)).length;
      return { competency, name, people: covering, share: people.length ? covering / people.length : 0 };
    }),
    byMonth: Array.from({ length: 12 }, (_, index) => {
      const inMonth = credits.filter((c) => Number(c.date.slice(5, 7)) === index + 1);
      return {
        month: index + 1,
        credits: inMonth.length,
        countedJp: sum(inMonth, (c) => c.countedJp),
        byForm: [...groups(inMonth, (c) => c.form)].map(([form, group]) => ({ form, countedJp: sum(group, (c) => c.countedJp) })),
      };
    }),
  };
}

function totals(credits: (Credit & { personId: string })[], key: (credit: Credit) => string): [string, JpTotals][] {
  return [...groups(credits, key)]
    .map(([name, group]): [string, JpTotals] => [
      name,
      {
        credits: group.length,
        people: new Set(group.map((c) => c.personId)).size,
        claimedJp: sum(group, (c) => c.claimedJp),
        convertedJp: sum(group, (c) => c.convertedJp),
        countedJp: sum(group, (c) => c.countedJp),
      },
    ])
    .sort(([, a], [, b]) => b.countedJp - a.countedJp);
}

function groups<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const group = map.get(key(item));
    if (group) group.push(item);
    else map.set(key(item), [item]);
  }
  return map;
}

function sum<T>(items: T[], of: (item: T) => number): number {
  return round(items.reduce((total, item) => total + of(item), 0));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
