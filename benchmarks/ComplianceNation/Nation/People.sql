-- People {from} to {to}: the largest agency has a twentieth of them, one in fifty came from another agency in the middle of last year.
INSERT INTO people
  (person_id, nip, name, employment_type, agency_code, unit, position_group, employed_from, employed_to, contract_from, contract_to, exempt_reason, imported_at)
WITH
  sipHash64(number, 'person') AS h,
  number AS n,
  toInt64(640 * pow((h % 1000003) / 1000003, 2.2)) AS agency,
  ['PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PNS', 'PPPK', 'PPPK', 'PPPK', 'PPPK', 'PPPK', 'CPNS', 'PPPK_PARUH_WAKTU'][1 + intDiv(h, 1009) % 20] AS type
SELECT
  reinterpretAsUUID(sipHash128(n, 'person')), nation_nip(n),
  concat(
    ['Adi', 'Budi', 'Citra', 'Dewi', 'Eka', 'Fajar', 'Gita', 'Hadi', 'Indah', 'Joko', 'Kartika', 'Lestari', 'Made', 'Nur', 'Putri', 'Rizki', 'Sari', 'Tri', 'Wayan', 'Yusuf'][1 + intDiv(h, 7) % 20], ' ',
    ['Pratama', 'Santoso', 'Wijaya', 'Saputra', 'Utami', 'Hidayat', 'Nugroho', 'Siregar', 'Simatupang', 'Wulandari', 'Kurniawan', 'Rahayu', 'Setiawan', 'Lubis', 'Rumbiak', 'Manalu'][1 + intDiv(h, 151) % 16], ' ', toString(n)),
  type, concat('AG', leftPad(toString(if(spell = 2, (agency + 17) % 640, agency)), 3, '0')),
  concat('Unit ', toString(intDiv(h, 31) % 40)), ['JPT', 'JA', 'JF', 'Pelaksana'][1 + intDiv(h, 61) % 4],
  if(spell = 2, toDate32(concat(toString({year:UInt16} - 1), '-07-01')), toDate32('2015-03-01')),
  if(spell = 1 AND h % 50 = 0, toDate32(concat(toString({year:UInt16} - 1), '-06-30')), NULL),
  if(type LIKE 'PPPK%', toDate32('2022-01-01') + toIntervalDay(h % 365), NULL), NULL, if(h % 211 = 0, 'Cuti di luar tanggungan negara', ''), now64(6)
FROM numbers({from:UInt64}, {to:UInt64} - {from:UInt64})
ARRAY JOIN if(h % 50 = 0, [1, 2], [1]) AS spell
