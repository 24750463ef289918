-- What each month of a year brought in each agency: credits, the hours that count, and people whose hours reached their minimum in it.
SELECT
  toString(agency_code) AS agency, toMonth(days.date) AS month, sum(days.credits) AS credits_count, sum(days.counted_jp) AS counted_jp,
  sum(days.met) AS met
FROM agency_years FINAL
ARRAY JOIN days
WHERE year = {year:UInt16}
GROUP BY agency, month
ORDER BY agency, month
