-- The JP that hold for the claims of the people named or in a range: of each claim's entries the latest.
SELECT person_id, statement_id, CAST(argMax(jp, (entered_at, entry_id)) AS Decimal(18, 2)) AS jp
FROM manual_credits
WHERE person_id >= {first:UUID} AND person_id <= {last:UUID} AND (person_id IN (SELECT key FROM wanted_people) OR {all:Bool})
GROUP BY person_id, statement_id
