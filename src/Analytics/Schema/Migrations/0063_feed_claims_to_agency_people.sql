-- As 0048, with the claims that wait for a verifier.
ALTER TABLE agency_people_feed
MODIFY QUERY
WITH
  arraySort(arrayFilter(credit -> NOT credit.3, arrayZip(credits.date, credits.counted_jp, credits.duplicate))) AS learnt,
  arrayFirstIndex(sum -> sum >= min_jp, arrayCumSum(arrayMap(credit -> credit.2, learnt))) AS met_at,
  arrayMap(cuts -> arrayExists(cut -> cut.1 = 'manual_pending', cuts), credits.reductions) AS waiting
SELECT
  year, agency_code, person_id, name, unit, position_group, employment_type, status, min_jp, counted_jp, missing_jp,
  if(status = 'MET' AND min_jp > 0 AND met_at > 0, learnt[met_at].1, toDate32('1970-01-01')) AS met_on,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.form, credits.duplicate) AS `hours.form`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.provider, credits.duplicate) AS `hours.provider`,
  arrayMap(date -> toMonth(date), arrayFilter((value, duplicate) -> NOT duplicate, credits.date, credits.duplicate)) AS `hours.month`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.date, credits.duplicate) AS `hours.date`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.claimed_jp, credits.duplicate) AS `hours.claimed_jp`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.converted_jp, credits.duplicate) AS `hours.converted_jp`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.counted_jp, credits.duplicate) AS `hours.counted_jp`,
  covered.competency AS covered,
  arrayFilter((value, waits) -> waits, credits.date, waiting) AS `claims.date`,
  arrayFilter((value, waits) -> waits, credits.statement_id, waiting) AS `claims.statement_id`,
  arrayFilter((value, waits) -> waits, credits.activity_iri, waiting) AS `claims.activity_iri`,
  arrayFilter((value, waits) -> waits, credits.title, waiting) AS `claims.title`,
  arrayFilter((value, waits) -> waits, credits.provider, waiting) AS `claims.provider`,
  arrayFilter((value, waits) -> waits, credits.form, waiting) AS `claims.form`,
  arrayFilter((value, waits) -> waits, credits.level, waiting) AS `claims.level`,
  arrayFilter((value, waits) -> waits, credits.claimed_jp, waiting) AS `claims.claimed_jp`,
  computed_at, gone
FROM person_years
WHERE NOT gone
