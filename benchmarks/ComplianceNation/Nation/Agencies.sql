-- 640 agencies in three time zones.
INSERT INTO agencies (agency_code, name, kind, province_code, timezone, imported_at)
SELECT
  concat('AG', leftPad(toString(number), 3, '0')), concat('Instansi ', toString(number)), ['KEMENTERIAN', 'PROVINSI', 'KABUPATEN', 'KOTA'][1 + number % 4],
  toString(11 + number % 38), ['Asia/Jakarta', 'Asia/Jakarta', 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'][1 + number % 5], now64(6)
FROM numbers(640)
