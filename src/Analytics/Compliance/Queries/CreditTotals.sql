-- What the hours of a year are made of, duplicates left out: by form, by provider, and by month and form.
SELECT
  hours.dimensions AS dimensions, toString(hours.form) AS form, toString(hours.provider) AS provider, hours.month AS month,
  sum(hours.credits) AS credits_count, sum(hours.people) AS people, sum(hours.claimed_jp) AS claimed_jp,
  sum(hours.converted_jp) AS converted_jp, sum(hours.counted_jp) AS counted_jp
FROM agency_years FINAL
ARRAY JOIN hours
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
GROUP BY dimensions, form, provider, month
ORDER BY dimensions, month, form, provider
