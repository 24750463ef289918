import { expect, it } from 'vitest';
import { toCsv } from './csv';

it('quotes what would break a row', () => {
  expect(toCsv([['Seminar, konferensi', 'a "b"']])).toBe('"Seminar, konferensi","a ""b"""\r\n');
});

it('writes plain numbers with at most one decimal', () => {
  expect(toCsv([[1234.5, 0.1 + 0.2]])).toBe('1234.5,0.3\r\n');
});

it('keeps a spreadsheet from running a text as a formula', () => {
  expect(toCsv([['=1+1', '-2']])).toBe("'=1+1,'-2\r\n");
});
