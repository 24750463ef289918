import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error A script without types of its own.
import { contractOf } from '../../build/apiTypes.mjs';

test('The types of the calls are those of the committed description; after a change of it: npm run types', () => {
  const openapi = JSON.parse(readFileSync('openapi.json', 'utf8'));
  expect(readFileSync('src/api/contract.ts', 'utf8')).toBe(contractOf(openapi));
});
