import indonesia from '@svg-maps/indonesia';
import { expect, it } from 'vitest';
import type { ProvinceTotals } from '../api/contract';
import { Central, classOf, mapProvinces, provinceName, provinceNames, regionOf } from './provinces';

const counts = (provinceCode: string, met: number, unmet: number): ProvinceTotals => ({
  provinceCode,
  agencies: 2,
  people: met + unmet,
  met,
  unmet,
  exempt: 0,
  notRequired: 0,
  countedJp: 0,
  meanJp: 0,
});

it('every shape of the map is a province, and every province has a shape', () => {
  expect(indonesia.locations.map(({ id }) => id).sort()).toEqual(Object.keys(mapProvinces).sort());
  expect(Object.values(mapProvinces).flat().sort()).toEqual(Object.keys(provinceNames).sort());
});

it('provinces that share a shape are added up', () => {
  const provinces = [counts('94', 1, 3), counts('97', 3, 1), counts('91', 9, 9)];
  expect(regionOf(mapProvinces['id-pa']!, provinces)).toEqual({ people: 8, met: 4, unmet: 4, agencies: 4 });
  expect(regionOf(['11'], provinces)).toBeNull();
  expect(regionOf(['91'], [counts('91', 0, 0)])).toBeNull();
});

it.each([
  [0.2, 1],
  [0.35, 2],
  [0.45, 3],
  [0.549, 3],
  [0.55, 4],
  [0.65, 5],
])('a share of %d beside a nation of one half is of class %d', (share, of) => expect(classOf(share, 0.5)).toBe(of));

it('where nobody must, there is no class', () => {
  expect(classOf(null, 0.5)).toBe(0);
  expect(classOf(0.5, null)).toBe(0);
});

it('a code that is no province is shown as it is', () => {
  expect([provinceName('32', 'Pusat'), provinceName('', 'Pusat'), provinceName(Central, 'Pusat'), provinceName('99', 'Pusat')]).toEqual([
    'Jawa Barat',
    'Pusat',
    'Pusat',
    '99',
  ]);
});
