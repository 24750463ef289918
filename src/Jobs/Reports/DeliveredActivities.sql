-- What a platform delivered in a year (of WIB) by activity: statements as stored, credits as computed, duplicates left out.
SELECT
  activity_iri, max(title) AS title, max(form) AS form, sum(statements) AS statements, sum(credits_count) AS credits, sum(people) AS people,
  sum(claimed) AS claimed_jp, sum(converted) AS converted_jp, sum(counted) AS counted_jp
FROM
(
  SELECT
    object_id AS activity_iri, '' AS title, '' AS form, count() AS statements, 0 AS credits_count, 0 AS people,
    toDecimal128(0, 4) AS claimed, toDecimal128(0, 4) AS converted, toDecimal128(0, 4) AS counted
  FROM statements
  WHERE provider = {provider:String} AND toYear(timestamp, 'Asia/Jakarta') = {year:UInt16} AND object_id != ''
  GROUP BY activity_iri
  UNION ALL
  SELECT
    credits.activity_iri AS activity_iri, any(credits.title) AS title, any(toString(credits.form)) AS form, 0 AS statements,
    count() AS credits_count, uniqExact(person_id) AS people, toDecimal128(sum(credits.claimed_jp), 4) AS claimed,
    toDecimal128(sum(credits.converted_jp), 4) AS converted, toDecimal128(sum(credits.counted_jp), 4) AS counted
  FROM person_years FINAL
  ARRAY JOIN credits
  WHERE year = {year:UInt16} AND credits.provider = {provider:String} AND NOT credits.duplicate
  GROUP BY activity_iri
)
GROUP BY activity_iri
ORDER BY counted_jp DESC, statements DESC, activity_iri
