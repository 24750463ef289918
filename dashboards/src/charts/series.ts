import type { ByMonth } from '../api/types';

export interface Series {
  /** Null: all forms that are not shown by themselves. */
  form: string | null;
  color: string;
  /** JP of January to December. */
  months: number[];
  total: number;
}

const Most = 6;
const Other = '--series-other';

// The same form has the same colour wherever it is shown, as far as six colours go.
const Preferred: Record<string, number> = {
  ELEARNING: 1,
  TECHNICAL: 2,
  SEMINAR: 3,
  COACHING: 4,
  SELF_LEARN: 5,
  BIMTEK: 6,
  WORKSHOP: 4,
  FUNCTIONAL: 3,
  MANAGERIAL: 5,
  STRUCTURAL: 6,
  COP: 5,
  MENTORING: 4,
  PJJ: 1,
  KURSUS: 2,
  SOSIALISASI: 3,
};

/** The six forms with the most JP, each with its colour, and one more for the rest. */
export function seriesOf(byMonth: ByMonth[]): Series[] {
  const forms = new Map<string, number[]>();
  for (const { month, byForm } of byMonth) {
    for (const { form, countedJp } of byForm) {
      const months = forms.get(form) ?? new Array<number>(12).fill(0);
      months[month - 1] = (months[month - 1] ?? 0) + countedJp;
      forms.set(form, months);
    }
  }
  const ranked = [...forms]
    .map(([form, months]) => ({ form, months, total: sum(months) }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || a.form.localeCompare(b.form));

  const colors = colorsFor(ranked.slice(0, Most).map(({ form }) => form));
  const shown: Series[] = ranked.slice(0, Most).map((series) => ({ ...series, color: colors.get(series.form)! }));
  const rest = ranked.slice(Most);
  if (rest.length > 0) {
    const months = Array.from({ length: 12 }, (_, index) => sum(rest.map((series) => series.months[index] ?? 0)));
    shown.push({ form: null, months, total: sum(months), color: Other });
  }
  return shown;
}

function colorsFor(forms: string[]): Map<string, string> {
  const free = new Set(Array.from({ length: Most }, (_, index) => index + 1));
  const colors = new Map<string, string>();
  const take = (form: string, slot: number) => {
    free.delete(slot);
    colors.set(form, `--series-${slot}`);
  };
  for (const form of forms) {
    const slot = Preferred[form];
    if (slot && free.has(slot)) take(form, slot);
  }
  for (const form of forms) {
    if (!colors.has(form)) take(form, [...free][0]!);
  }
  return colors;
}

function sum(values: number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 10) / 10;
}
