import { describe, expect, it } from 'vitest';
import type { AgencyTotals, YearInMonths } from '../api/contract';
import { cellsOf, heatOf } from './heat';

const agency = (code: string, people: number, met: number, unmet: number): AgencyTotals => ({
  code,
  name: code,
  kind: 'KOTA',
  provinceCode: null,
  people,
  met,
  unmet,
  exempt: 0,
  notRequired: 0,
  countedJp: 0,
  meanJp: 0,
});
const year: YearInMonths = {
  year: 2026,
  agencies: [
    {
      code: 'A',
      credits: [1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      countedJp: [20, 0, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      met: [1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    },
  ],
};

describe('cells', () => {
  it('are hours per person, and empty for months to come', () =>
    expect(cellsOf([agency('A', 10, 3, 5)], year, 'jp', '2026-03-15')[0]!.cells).toEqual([2, 0, 4, ...new Array(9).fill(null)]));

  it('add up who has met the minimum', () =>
    expect(cellsOf([agency('A', 10, 4, 4)], year, 'share', '2027-01-01')[0]!.cells.slice(0, 4)).toEqual([0.25, 0.25, 0.5, 0.5]));

  it('of an agency without learning are nought, of one where nobody must have no share', () => {
    expect(cellsOf([agency('B', 4, 0, 4)], year, 'jp', '2026-01-31')[0]!.cells[0]).toBe(0);
    expect(cellsOf([agency('B', 4, 0, 0)], year, 'share', '2026-01-31')[0]!.cells[0]).toBeNull();
    expect(cellsOf([agency('B', 0, 0, 0)], year, 'jp', '2026-01-31')[0]!.cells[0]).toBeNull();
  });
});

describe('classes', () => {
  const rows = [{ code: 'A', name: 'A', cells: [0, 1, 2, 3, 4, 5] }];
  it('begin at nought and end at the largest', () => expect([0, 0.5, 5, 99].map(heatOf(rows, 'jp'))).toEqual([0, 1, 5, 5]));
  it('of shares are fifths', () => expect([0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map(heatOf(rows, 'share'))).toEqual([0, 1, 2, 3, 4, 5, 5]));
  it('are there without any figure', () => expect(heatOf([], 'jp')(0)).toBe(0));
});
