-- Who a person is today: by the spell of employment that covers today, else the one that ended last, else the one that begins next.
SELECT person_id, name, agency_code, employment_type
FROM people FINAL
WHERE person_id = {person:UUID}
ORDER BY
  multiIf(ifNull(employed_from > {today:Date32}, false), 3, ifNull(employed_to < {today:Date32}, false), 2, 1),
  if(ifNull(employed_to < {today:Date32}, false), employed_to, NULL) DESC,
  if(ifNull(employed_from > {today:Date32}, false), employed_from, NULL),
  employed_from DESC NULLS LAST
LIMIT 1
