import { describe, expect, it } from 'vitest';
import type { YearInDays } from '../api/contract';
import { curveOf, daysBetween, forecastOf, lastDayOf, sameDayIn, standingOn, todayOf, weekTo } from './curve';

const year: YearInDays = {
  year: 2026,
  people: 12,
  required: 10,
  metAtStart: 1,
  computedAt: null,
  days: [
    { date: '2026-01-02', credits: 2, countedJp: 24, met: 1 },
    { date: '2026-03-01', credits: 4, countedJp: 36, met: 2 },
  ],
};
const nobody: YearInDays = { year: 2026, people: 0, required: 0, metAtStart: 0, computedAt: null, days: [] };

describe('the curve', () => {
  it('has a point for each day, those without learning too', () => {
    const points = curveOf(year, '2026-01-04');
    expect(points.map(({ date, met }) => [date, met])).toEqual([
      ['2026-01-01', 1],
      ['2026-01-02', 2],
      ['2026-01-03', 2],
      ['2026-01-04', 2],
    ]);
  });

  it('adds up what had been reached by a day', () => {
    expect(standingOn(year, '2026-02-28')).toEqual({ date: '2026-02-28', met: 2, unmet: 8, share: 0.2, meanJp: 2, countedJp: 24 });
    expect(standingOn(year, '2026-12-31').share).toBe(0.4);
  });

  it('has no share where nobody must, and no mean where nobody is', () => {
    expect(standingOn(nobody, '2026-06-01')).toMatchObject({ share: null, meanJp: 0, met: 0, unmet: 0 });
  });

  it('is empty before its year', () => expect(curveOf(year, '2025-12-31')).toEqual([]));
});

describe('days', () => {
  it('stop with the year', () => {
    expect(lastDayOf(2025, '2026-05-01')).toBe('2025-12-31');
    expect(lastDayOf(2026, '2026-05-01')).toBe('2026-05-01');
  });

  it('have their like in years without a 29 February', () => {
    expect(sameDayIn(2027, '2028-02-29')).toBe('2027-02-28');
    expect(sameDayIn(2024, '2028-02-29')).toBe('2024-02-29');
    expect(sameDayIn(2025, '2026-11-26')).toBe('2025-11-26');
  });

  it('are those of Jakarta', () => {
    expect(todayOf(Date.parse('2026-12-31T16:59:59Z'))).toBe('2026-12-31');
    expect(todayOf(Date.parse('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  });

  it('of a week are seven, this one with them', () => {
    expect(weekTo(year, '2026-03-07').credits).toBe(4);
    expect(weekTo(year, '2026-03-08').credits).toBe(0);
    expect(weekTo(year, '2026-03-01')).toEqual({ credits: 4, countedJp: 36, met: 2 });
  });
});

describe('the forecast', () => {
  it('carries the pace of four weeks on to the end of the year', () => {
    const forecast = forecastOf(year, '2026-03-10')!;
    expect(forecast).toMatchObject({ paceDays: 28, daysLeft: 296, met: 10, share: 1 });
    expect(forecast.metPerDay).toBeCloseTo(2 / 28);
    expect(forecast.meanJp).toBeCloseTo(5 + (3 / 28) * 296);
    expect(forecast.neededPerDay).toBeCloseTo(6 / 296);
  });

  it('stays where it is when nobody has moved', () => expect(forecastOf(year, '2026-11-01')).toMatchObject({ met: 4, share: 0.4, metPerDay: 0 }));

  it('does without four weeks in January', () => expect(forecastOf(year, '2026-01-07')).toMatchObject({ paceDays: 7, metPerDay: 1 / 7 }));

  it.each([
    ['of a year that is over', '2027-01-01'],
    ['of the last day', '2026-12-31'],
    ['in the first days', '2026-01-03'],
  ])('does not speak %s', (_, today) => expect(forecastOf(year, today)).toBeNull());

  it('does not speak of people who must not', () => expect(forecastOf(nobody, '2026-06-01')).toBeNull());
});
