-- The stored spells of employment of these people, each as it was imported last.
SELECT
  person_id, nip, name, employment_type, agency_code, unit, position_group, employed_from, employed_to, contract_from, contract_to,
  exempt_reason
FROM people
WHERE person_id IN (SELECT key FROM keys)
ORDER BY imported_at DESC
LIMIT 1 BY person_id, ifNull(employed_from, toDate32('1900-01-01'))
