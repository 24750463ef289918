-- The NIP of a person with a spell in an agency.
SELECT nip
FROM people FINAL
WHERE person_id = {person:UUID} AND agency_code = {agency:String}
LIMIT 1
