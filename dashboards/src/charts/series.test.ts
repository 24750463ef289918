import { expect, it } from 'vitest';
import { seriesOf } from './series';

const month = (number: number, byForm: Record<string, number>) => ({
  month: number,
  credits: 1,
  countedJp: 0,
  byForm: Object.entries(byForm).map(([form, countedJp]) => ({ form, countedJp })),
});

it('shows the six largest forms and sums the rest', () => {
  const series = seriesOf([month(1, { A: 9, B: 8, C: 7, D: 6, E: 5, F: 4, G: 3, H: 2 }), month(12, { H: 1.5 })]);
  expect(series.map(({ form }) => form)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', null]);
  expect(series.at(-1)!.months[0]).toBe(5);
  expect(series.at(-1)!.months[11]).toBe(1.5);
});

it('gives each form a colour of its own, and e-learning always the same', () => {
  const series = seriesOf([month(1, { WORKSHOP: 9, COACHING: 8, MENTORING: 7, ELEARNING: 1 })]);
  expect(new Set(series.map(({ color }) => color)).size).toBe(4);
  expect(series.find(({ form }) => form === 'ELEARNING')!.color).toBe('--series-1');
});

it('has nothing to show where nothing counted', () => {
  expect(seriesOf([month(1, { OJT: 0 })])).toEqual([]);
});
