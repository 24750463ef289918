import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats';

const indonesian = formatsFor('id');
const english = formatsFor('en');

describe('formats', () => {
  it('writes hours with one decimal in the way of the language', () => {
    expect(indonesian.jp(1234.5)).toBe('1.234,5');
    expect(english.jp(1234.5)).toBe('1,234.5');
    expect(indonesian.jp(20)).toBe('20,0');
  });

  it('writes a limit without a decimal that says nothing', () => {
    expect(indonesian.limit(20)).toBe('20');
    expect(indonesian.limit(22.5)).toBe('22,5');
  });

  it('writes large sums whole and small ones with a decimal', () => {
    expect(indonesian.jpSum(1234567.4)).toBe('1.234.567');
    expect(indonesian.jpSum(999.4)).toBe('999,4');
  });

  it('writes shares in percent', () => {
    expect(indonesian.percent(0.6244)).toBe('62,4%');
    expect(english.percent(0.6244)).toBe('62.4%');
  });

  it('never moves a plain date by a day, whatever the time zone of the reader', () => {
    expect(indonesian.date('2026-12-31')).toBe('31 Desember 2026');
    expect(english.date('2026-01-01')).toBe('1 January 2026');
  });

  it('writes moments in WIB and says so, whatever the time zone of the reader', () => {
    expect(indonesian.dateTime('2026-12-31T19:00:00Z')).toBe('1 Jan 2027, 02.00 WIB');
    expect(english.time('2026-12-31T19:00:00Z')).toBe('02:00 WIB');
  });

  it('names months in the language', () => {
    expect(indonesian.month(8)).toBe('Agustus');
    expect(english.month(8, 'short')).toBe('Aug');
  });

  it('signs a change and leaves none unsigned', () => {
    expect(indonesian.signed(-7)).toBe('−7,0');
    expect(indonesian.signed(2.4)).toBe('+2,4');
    expect(indonesian.signed(0)).toBe('0,0');
  });

  it('never says that a file has no bytes', () => {
    expect(english.bytes(12)).toBe('1 kB');
    expect(english.bytes(1_131_870)).toBe('1.1 MB');
  });
});
