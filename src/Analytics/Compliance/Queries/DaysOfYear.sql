-- What a year brought on each of its days, in one agency or in all: credits, the hours that count, and people whose hours reached their
-- minimum on that day. Duplicates are left out.
SELECT days.date AS day, sum(days.credits) AS credits_count, sum(days.counted_jp) AS counted_jp, sum(days.met) AS met
FROM agency_years FINAL
ARRAY JOIN days
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
GROUP BY day
ORDER BY day
