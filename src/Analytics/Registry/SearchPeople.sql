-- People by part of their name, and by agency; each spell of employment by itself, a page at a time.
SELECT
  person_id, name, employment_type, agency_code, unit, position_group, employed_from, employed_to, contract_from, contract_to, exempt_reason
FROM people FINAL
WHERE (person_id, ifNull(employed_from, toDate32('1900-01-01'))) > ({afterPerson:UUID}, {afterFrom:Date32})
  AND ({person:UUID} = toUUID('00000000-0000-0000-0000-000000000000') OR person_id = {person:UUID})
  AND ({text:String} = '' OR positionCaseInsensitiveUTF8(name, {text:String}) > 0)
  AND ({agency:String} = '' OR agency_code = {agency:String})
ORDER BY person_id, ifNull(employed_from, toDate32('1900-01-01'))
LIMIT {limit:UInt32}
