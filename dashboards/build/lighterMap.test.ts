import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lighter } from './lighterMap';

const original = { viewBox: '0 29 793 288', locations: [{ name: 'A', path: 'm 10.2,10.4 3.3,0.1 0.1,0.1 0,5.2 z m 20.6,0 1,1 -1,1 z' }] };

it('draws outlines in whole numbers, each step making up for what the last one lost', () => {
  const { viewBox, locations } = lighter(original);
  expect(viewBox).toBe('0 58 1586 576');
  // 10.2, 10.4 are 20, 21 at twice the size; the second outline begins 20.6 from where the first one began.
  expect(locations[0]!.path).toBe('m20,21 7,0 0,11zm42,0 2,2 -2,2z');
});

it('knows every step of the map as it is', () => {
  const map = readFileSync('node_modules/@svg-maps/indonesia/index.js', 'utf8');
  const drawn = lighter(JSON.parse(map.replace(/^export default /, '').replace(/;?\s*$/, '')));
  expect(drawn.locations.every(({ path }) => /^(m-?\d+,-?\d+( -?\d+,-?\d+)*z)+$/.test(path))).toBe(true);
  expect(JSON.stringify(drawn).length).toBeLessThan(map.length / 2);
});
