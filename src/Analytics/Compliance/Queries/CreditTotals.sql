-- What the hours of a year are made of, duplicates left out: by form, by provider, and by month and form, in one pass.
SELECT
  grouping(form, provider, month) AS dimensions, toString(credits.form) AS form, toString(credits.provider) AS provider,
  toMonth(credits.date) AS month, count() AS credits_count, uniqExact(person_id) AS people, sum(credits.claimed_jp) AS claimed_jp,
  sum(credits.converted_jp) AS converted_jp, sum(credits.counted_jp) AS counted_jp
FROM person_years FINAL
ARRAY JOIN credits
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String}) AND NOT credits.duplicate
GROUP BY GROUPING SETS ((form), (provider), (month, form))
ORDER BY dimensions, month, form, provider
