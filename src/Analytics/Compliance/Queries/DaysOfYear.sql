-- What a year brought on each of its days, in one agency or in all: credits, the hours that count, and people whose hours reached their
-- minimum on that day. Duplicates are left out.
WITH
  arraySort(arrayFilter(
    credit -> NOT credit.3, arrayZip(credits.date, credits.counted_jp, credits.duplicate))) AS learnt,
  arrayCumSum(arrayMap(credit -> credit.2, learnt)) AS sums,
  if(status = 'MET' AND min_jp > 0, arrayFirstIndex(sum -> sum >= min_jp, sums), 0) AS met_at
SELECT
  learnt[place].1 AS day, count() AS credits_count, sum(learnt[place].2) AS counted_jp, countIf(place = met_at) AS met
FROM person_years FINAL
ARRAY JOIN arrayEnumerate(learnt) AS place
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
GROUP BY day
ORDER BY day
