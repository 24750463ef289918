import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { IntakeDay } from '../api/contract';
import { enProviders } from '../i18n/en/providers';
import { idProviders } from '../i18n/id/providers';
import { adviceKey, lifeOf, originsOf, rateOf, seriesOf, totalsOf } from './intake';

const day = (accepted: number, refusedRequests: number, notRecognised: number): IntakeDay => ({
  day: '2026-03-14',
  accepted,
  refusedRequests,
  notRecognised,
  unknownLearner: notRecognised,
  unknownActivity: 0,
});

it('adds up the days', () => {
  expect(totalsOf([day(5, 2, 1), day(7, 0, 3)])).toEqual({ accepted: 12, refusedRequests: 2, notRecognised: 4 });
});

it('gives a rate over all minutes, and none where nothing came', () => {
  expect(rateOf([0, 30, 0])).toBe(10);
  expect(rateOf([0, 0])).toBeNull();
});

it('divides the accepted into recognised and not, never below nothing', () => {
  const values = Object.fromEntries(seriesOf([day(5, 2, 1), day(1, 0, 2)]).map(({ part, values }) => [part, values]));
  expect(values).toEqual({ recognised: [4, 0], notRecognised: [1, 2], refused: [2, 0] });
});

it('advises by code, else by status, else in general', () => {
  const known = { invalid_mbox: '', too_large: '', refused: '' };
  expect(adviceKey({ code: 'invalid_mbox', status: 400 }, known)).toBe('invalid_mbox');
  expect(adviceKey({ code: 'body_too_large', status: 413 }, known)).toBe('too_large');
  expect(adviceKey({ code: 'new_reason', status: 418 }, known)).toBe('refused');
});

// The service's own list of reasons: a new one without advice would leave a platform alone with a word.
it.each(['StatementError', 'ContentErrors', 'Attachments/AttachmentErrors'])('has advice in both languages for each code of %s', (file) => {
  const source = readFileSync(new URL(`../../../src/Lrs/Statements/${file}.cs`, import.meta.url), 'utf8');
  const codes = [...source.matchAll(/Code => "(\w+)"/g)].map(([, code]) => code!);
  expect(codes.length).toBeGreaterThan(3);
  expect(codes.filter((code) => !(code in idProviders.advice && code in enProviders.advice))).toEqual([]);
});

it('reads origins however they are separated, each once', () => {
  expect(originsOf(' https://a.id, https://b.id\nhttps://a.id ')).toEqual(['https://a.id', 'https://b.id']);
  expect(originsOf('  ')).toEqual([]);
});

it('tells a valid credential from an expired and a revoked one', () => {
  const now = Date.parse('2026-03-14T00:00:00Z');
  expect(lifeOf({ revokedAt: null, expiresAt: null }, now)).toBe('valid');
  expect(lifeOf({ revokedAt: null, expiresAt: '2026-03-13T23:59:59Z' }, now)).toBe('expired');
  expect(lifeOf({ revokedAt: '2026-01-01T00:00:00Z', expiresAt: null }, now)).toBe('revoked');
});
