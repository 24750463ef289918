import { expect, it } from 'vitest';
import { ageOf } from './age';

const Then = '2026-11-23T01:00:00Z';
const after = (seconds: number) => ageOf(Then, Date.parse(Then) + seconds * 1000);

it.each([
  [0, { unit: 'now' }],
  [5, { unit: 'seconds', count: 5 }],
  [59.9, { unit: 'seconds', count: 59 }],
  [60, { unit: 'minutes', count: 1 }],
  [3600, { unit: 'hours', count: 1 }],
  [86_400, { unit: 'date' }],
])('%d seconds later', (seconds, age) => {
  expect(after(seconds)).toEqual(age);
});

it('takes a time in the future, by a clock a little ahead, for now', () => {
  expect(after(-3)).toEqual({ unit: 'now' });
});
