/**
 * The limits that the sentences about reductions name. They repeat the default rule pack (lan-10-2018) for the reader's sake only:
 * nothing is computed from them. A form or level without one here gets the sentence without a figure.
 */
const PerDay: Record<string, { NATIONAL: number; INTERNATIONAL: number }> = {
  ELEARNING: { NATIONAL: 3, INTERNATIONAL: 4 },
  SELF_LEARN: { NATIONAL: 2, INTERNATIONAL: 2 },
  COP: { NATIONAL: 2, INTERNATIONAL: 2 },
};
const PerMonth: Record<string, number> = { COACHING: 2, MENTORING: 2 };

export function limitOf(rule: string, form: string, level: string, maxJp: number | null): number | null {
  switch (rule) {
    case 'jp_per_day':
      return PerDay[form]?.[level === 'INTERNATIONAL' ? 'INTERNATIONAL' : 'NATIONAL'] ?? null;
    case 'events_per_month':
      return PerMonth[form] ?? null;
    case 'over_cap':
      return maxJp;
    default:
      return null;
  }
}
