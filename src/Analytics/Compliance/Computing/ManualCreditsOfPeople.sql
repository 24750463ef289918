-- The JP that hold for the claims of the people named: of each claim's entries the latest.
SELECT person_id, statement_id, CAST(argMax(jp, (entered_at, entry_id)) AS Decimal(18, 2)) AS jp
FROM manual_credits
WHERE person_id IN (SELECT key FROM wanted_people)
GROUP BY person_id, statement_id
