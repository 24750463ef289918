import { describe, expect, it } from 'vitest';
import type { AgencyTotals } from '../api/contract';
import { inOrder, matches } from './agencyOrder';

const agency = (name: string, met: number, unmet: number): AgencyTotals => ({
  code: name.toUpperCase(),
  name,
  kind: 'KOTA',
  provinceCode: null,
  met,
  unmet,
  exempt: 0,
  notRequired: 0,
  people: met + unmet,
  countedJp: 0,
  meanJp: 0,
});
const names = (agencies: AgencyTotals[]) => agencies.map(({ name }) => name).join(' ');

describe('agencies in order', () => {
  const agencies = [agency('b', 5, 5), agency('none', 0, 0), agency('a', 5, 5), agency('c', 1, 9)];

  it('puts the lowest share first, equals by name, and those without a share last', () => {
    expect(names(inOrder(agencies, { by: 'share', isDescending: false }))).toBe('c a b none');
  });

  it('keeps those without a share last when turned round', () => {
    expect(names(inOrder(agencies, { by: 'share', isDescending: true }))).toBe('a b c none');
  });

  it('sorts names both ways', () => {
    expect(names(inOrder(agencies, { by: 'name', isDescending: true }))).toBe('none c b a');
  });

  it('leaves the given list as it was', () => {
    inOrder(agencies, { by: 'name', isDescending: false });
    expect(names(agencies)).toBe('b none a c');
  });
});

describe('search', () => {
  it('finds every word anywhere in name or code', () => {
    const kota = { ...agency('Kota Padang', 1, 1), code: 'T049' };
    expect(matches(kota, 'padang kota')).toBe(true);
    expect(matches(kota, 't049')).toBe(true);
    expect(matches(kota, 'kota bandung')).toBe(false);
  });
});
