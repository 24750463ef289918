-- How many people are employed at each agency today: a person where their latest spell is.
-- One thread reads the people in the order of the table, so that a nation of them takes little memory.
SELECT toString(agency) AS agency, count() AS people
FROM
(
  SELECT argMax(agency_code, ifNull(employed_from, toDate32('1900-01-01'))) AS agency
  FROM people FINAL
  WHERE ifNull(employed_from <= {today:Date32}, true) AND ifNull(employed_to >= {today:Date32}, true)
  GROUP BY person_id
)
GROUP BY agency
SETTINGS optimize_aggregation_in_order = 1, max_threads = 1
