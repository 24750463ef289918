-- What each month of a year brought in each agency: credits, the hours that count, and people whose hours reached their minimum in it.
-- The same reckoning as DaysOfYear.
WITH
  arraySort(arrayFilter(
    credit -> NOT credit.3, arrayZip(credits.date, credits.counted_jp, credits.duplicate))) AS learnt,
  arrayCumSum(arrayMap(credit -> credit.2, learnt)) AS sums,
  if(status = 'MET' AND min_jp > 0, arrayFirstIndex(sum -> sum >= min_jp, sums), 0) AS met_at
SELECT
  toString(agency_code) AS agency, toMonth(learnt[place].1) AS month, count() AS credits_count, sum(learnt[place].2) AS counted_jp,
  countIf(place = met_at) AS met
FROM person_years FINAL
ARRAY JOIN arrayEnumerate(learnt) AS place
WHERE year = {year:UInt16}
GROUP BY agency, month
ORDER BY agency, month
