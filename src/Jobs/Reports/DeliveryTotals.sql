-- What a platform delivered in a year (of WIB), and what of it counts.
SELECT
  (SELECT count() FROM statements WHERE provider = {provider:String} AND toYear(timestamp, 'Asia/Jakarta') = {year:UInt16}) AS statements,
  credits_count AS credits, people, claimed AS claimed_jp, converted AS converted_jp, counted AS counted_jp
FROM
(
  SELECT
    count() AS credits_count, uniqExact(person_id) AS people, sum(credits.claimed_jp) AS claimed, sum(credits.converted_jp) AS converted,
    sum(credits.counted_jp) AS counted
  FROM person_years FINAL
  ARRAY JOIN credits
  WHERE year = {year:UInt16} AND credits.provider = {provider:String} AND NOT credits.duplicate
)
