-- What was entered for one claim, in the order of entry.
SELECT entry_id, jp, reason, entered_by, entered_at
FROM manual_credits
WHERE person_id = {person:UUID} AND statement_id = {statement:UUID}
ORDER BY entered_at, entry_id
