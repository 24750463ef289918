-- The NIP of person n: a date of birth, a month of appointment, sex, and a serial number that makes it the only one.
CREATE OR REPLACE FUNCTION nation_nip AS n ->
  concat(
    formatDateTime(toDate('1966-01-01') + toIntervalDay(n % 13500), '%Y%m%d'),
    toString(2005 + intDiv(n, 13500) % 20), leftPad(toString(1 + intDiv(n, 270000) % 12), 2, '0'),
    toString(1 + n % 2), leftPad(toString(1 + intDiv(n, 3240000)), 3, '0'))
