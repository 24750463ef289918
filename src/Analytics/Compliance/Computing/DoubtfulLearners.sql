-- The learners of whom something may not be recognised, and those of whom something was not: all but those who were one registered person,
-- whatever the local day, at each of their qualifying statements, all of these about activities that were registered on any such day.
SELECT learner
FROM
(
  SELECT learner, min(toDate32(timestamp, 'Asia/Jakarta')) AS first_day, max(toDate32(timestamp, 'Asia/Jakarta')) AS last_day
  FROM learner_statements
  WHERE verb IN {verbs:Array(String)} AND ifNull(success, true) AND ifNull(completion, true)
  GROUP BY learner
) AS learners
LEFT JOIN
(
  SELECT concat(prefix.1, nip) AS name, prefix.2 AS valid_from, toDate32('2299-12-31') AS valid_to
  FROM (SELECT any(nip) AS nip FROM people GROUP BY person_id)
  ARRAY JOIN arrayZip({prefixes:Array(String)}, {since:Array(Date32)}) AS prefix
  UNION ALL
  SELECT
    ifi AS name, any(ifNull(identifiers.valid_from, toDate32('1900-01-01'))) AS valid_from,
    any(ifNull(identifiers.valid_to, toDate32('2299-12-31'))) AS valid_to
  FROM identifiers FINAL
  WHERE NOT arrayExists(prefix -> startsWith(ifi, prefix), {prefixes:Array(String)})
  GROUP BY ifi
  -- Of an identifier of several rows, which holds is for the computation to say.
  HAVING count() = 1 AND any(person_id) IN (SELECT person_id FROM people)
) AS known ON known.name = learners.learner
WHERE known.name = '' OR first_day - 1 < known.valid_from OR last_day + 1 > known.valid_to
UNION DISTINCT
SELECT learner
FROM
(
  SELECT learner, object_id, toDate32(timestamp, 'Asia/Jakarta') AS day
  FROM learner_statements
  WHERE verb IN {verbs:Array(String)} AND ifNull(success, true) AND ifNull(completion, true) AND object_id != ''
) AS learnings
LEFT JOIN
(
  SELECT
    activity_iri, groupArray((ifNull(valid_from, toDate32('1900-01-01')), ifNull(valid_to, toDate32('2299-12-31')))) AS spans
  FROM activities FINAL
  WHERE form IN {forms:Array(String)}
  GROUP BY activity_iri
) AS registered ON registered.activity_iri = learnings.object_id
WHERE NOT arrayExists(span -> day - 1 >= span.1 AND day + 1 <= span.2, spans)
UNION DISTINCT
SELECT learner FROM not_recognised
SETTINGS
  join_algorithm = 'grace_hash', grace_hash_join_initial_buckets = 8, optimize_aggregation_in_order = 1,
  max_bytes_before_external_group_by = 268435456
