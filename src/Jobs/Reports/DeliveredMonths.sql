-- What a platform delivered in each month of a year (of WIB); months without anything are left out.
SELECT month, sum(statements) AS statements, sum(credits_count) AS credits, sum(counted) AS counted_jp
FROM
(
  SELECT toMonth(timestamp, 'Asia/Jakarta') AS month, count() AS statements, 0 AS credits_count, toDecimal128(0, 1) AS counted
  FROM statements
  WHERE provider = {provider:String} AND toYear(timestamp, 'Asia/Jakarta') = {year:UInt16}
  GROUP BY month
  UNION ALL
  SELECT toMonth(credits.date) AS month, 0 AS statements, count() AS credits_count, toDecimal128(sum(credits.counted_jp), 1) AS counted
  FROM person_years FINAL
  ARRAY JOIN credits
  WHERE year = {year:UInt16} AND credits.provider = {provider:String} AND NOT credits.duplicate
  GROUP BY month
)
GROUP BY month
ORDER BY month
