-- Activities of qualifying statements that were not registered, with a form that counts, on the day (in WIB).
WITH toDate32(timestamp, 'Asia/Jakarta') AS day
SELECT
  toString(provider) AS provider,
  object_id AS activity_iri,
  uniqExact(id) AS statements,
  uniqExact(learner) AS learners,
  max(day) AS last_day,
  groupUniqArray(3)(id) AS statement_ids
FROM learner_statements
LEFT JOIN
(
  SELECT activity_iri AS iri, groupArray((ifNull(valid_from, toDate32('1900-01-01')), ifNull(valid_to, toDate32('2299-12-31')))) AS spans
  FROM activities FINAL
  WHERE form IN {forms:Array(String)}
  GROUP BY iri
) AS known ON known.iri = object_id
WHERE verb IN {verbs:Array(String)} AND ifNull(success, true) AND ifNull(completion, true) AND object_id != ''
  AND ({provider:String} = '' OR learner_statements.provider = {provider:String})
  AND id NOT IN (SELECT id FROM voided_statements)
  AND NOT arrayExists(span -> day BETWEEN span.1 AND span.2, spans)
GROUP BY provider, activity_iri
ORDER BY statements DESC, provider, activity_iri
LIMIT {limit:UInt32}
