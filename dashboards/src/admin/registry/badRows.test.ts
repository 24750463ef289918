import { expect, it } from 'vitest';
import { badRowsCsv } from './badRows';

it('gives each bad row as it stands in the file, also where a field goes over lines', () => {
  const file = 'code,name\nA,"Satu\nbaris"\nB,Dua\r\nC,"Tiga, empat"';
  const csv = badRowsCsv(file, [
    { line: 2, column: 'name', reason: 'Expected a value.' },
    { line: 5, column: null, reason: 'Expected a row of CSV (RFC 4180).' },
  ]);
  expect(csv.split('\r\n').slice(0, 3)).toEqual([
    'line,column,expected,row',
    '2,name,Expected a value.,"A,""Satu\nbaris"""',
    '5,,Expected a row of CSV (RFC 4180).,"C,""Tiga, empat"""',
  ]);
});
