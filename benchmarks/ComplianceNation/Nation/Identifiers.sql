-- The mail addresses by which platforms know every third person.
INSERT INTO identifiers (ifi, valid_from, valid_to, person_id, nip, imported_at)
SELECT nation_ifi(number, 0), toDate32('2020-01-01'), NULL, reinterpretAsUUID(sipHash128(number, 'person')), nation_nip(number), now64(6)
FROM numbers({from:UInt64}, {to:UInt64} - {from:UInt64})
WHERE number % 3 = 0
