import { serviceNow } from '../api/client';
import type { AgencyTotals, YearInMonths } from '../api/contract';
import { todayOf } from '../progress/curve';

export type Measure = 'jp' | 'share';

export interface HeatRow {
  code: string;
  name: string;
  /** January to December; null for a month that is still to come, or where nobody must. */
  cells: (number | null)[];
}

/** JP per person in each month, or the share who had met the minimum by its end. */
export function cellsOf(agencies: AgencyTotals[], year: YearInMonths, measure: Measure, today = todayOf(serviceNow())): HeatRow[] {
  const byCode = new Map(year.agencies.map((agency) => [agency.code, agency]));
  const last = Number(today.slice(0, 4)) > year.year ? 12 : Number(today.slice(0, 4)) < year.year ? 0 : Number(today.slice(5, 7));
  return agencies.map(({ code, name, people, met, unmet }) => {
    const months = byCode.get(code);
    // Some meet a minimum that no learning had to reach: they had it before January.
    let reached = met - (months?.met.reduce((sum, value) => sum + value, 0) ?? 0);
    return {
      code,
      name,
      cells: Array.from({ length: 12 }, (_, index) => {
        reached += months?.met[index] ?? 0;
        if (index >= last) return null;
        if (measure === 'share') return met + unmet === 0 ? null : reached / (met + unmet);
        return people === 0 ? null : (months?.countedJp[index] ?? 0) / people;
      }),
    };
  });
}

const Classes = 5;

/** Into which of six classes a figure falls: shares by their size, hours by the largest that is not an outlier. */
export function heatOf(rows: HeatRow[], measure: Measure): (cell: number) => number {
  const values = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null)).sort((a, b) => a - b);
  const top = measure === 'share' ? 1 : (values[Math.floor(values.length * 0.95)] ?? 0) || 1;
  return (cell) => (cell <= 0 ? 0 : Math.min(Classes, 1 + Math.floor((cell / top) * Classes * 0.999)));
}
