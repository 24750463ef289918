-- Which agencies there are, and how many people are employed at each today: a person where their latest spell is.
-- One thread reads the people in the order of the table, so that a nation of them takes little memory.
SELECT agency_code AS code, name, kind, nullIf(parent_code, '') AS parent_code, nullIf(province_code, '') AS province_code, timezone, people
FROM agencies FINAL
LEFT JOIN
(
  SELECT agency, count() AS people
  FROM
  (
    SELECT argMax(agency_code, ifNull(employed_from, toDate32('1900-01-01'))) AS agency
    FROM people FINAL
    WHERE ifNull(employed_from <= {today:Date32}, true) AND ifNull(employed_to >= {today:Date32}, true)
    GROUP BY person_id
  )
  GROUP BY agency
) AS counted ON counted.agency = agencies.agency_code
WHERE isNull({only:Nullable(String)}) OR agencies.agency_code = {only:Nullable(String)}
ORDER BY code
SETTINGS optimize_aggregation_in_order = 1, max_threads = 1
