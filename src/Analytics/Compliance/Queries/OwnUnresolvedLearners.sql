-- Learners whom nobody is known by, and who seem an agency's own: their mail domain, or the site their account is of, is one that at least
-- three of the agency's people are known by, and nobody of another agency in more than one case of five.
WITH
  ifi -> multiIf(
    startsWith(ifi, 'mailto:'), lower(concat('@', splitByChar('@', ifi)[-1])),
    startsWith(ifi, 'account:'), concat(splitByChar('|', ifi)[1], '|'),
    '') AS source_of,
  own AS
  (
    SELECT DISTINCT person_id FROM people FINAL WHERE agency_code = {agency:String}
  ),
  sources AS
  (
    SELECT source_of(ifi) AS source
    FROM identifiers FINAL
    WHERE source != '' AND source IN (SELECT DISTINCT source_of(ifi) FROM identifiers WHERE person_id IN own)
    GROUP BY source
    HAVING uniqExactIf(person_id, person_id IN own) >= 3 AND uniqExactIf(person_id, person_id IN own) >= 0.8 * uniqExact(person_id)
  ),
  toDate32(timestamp, 'Asia/Jakarta') AS day
SELECT
  learner AS ifi,
  multiIf(startsWith(learner, 'account:'), 'account', 'mbox') AS kind,
  groupUniqArray(5)(toString(provider)) AS providers,
  uniqExact(id) AS statements,
  max(day) AS last_day
FROM learner_statements
LEFT JOIN
(
  SELECT ifi, groupArray((ifNull(valid_from, toDate32('1900-01-01')), ifNull(valid_to, toDate32('2299-12-31')))) AS spans
  FROM identifiers FINAL
  WHERE person_id IN (SELECT person_id FROM people)
  GROUP BY ifi
) AS known ON known.ifi = learner
WHERE source_of(learner) IN sources AND ({ifi:String} = '' OR learner = {ifi:String})
  AND verb IN {verbs:Array(String)} AND ifNull(success, true) AND ifNull(completion, true)
  AND id NOT IN (SELECT id FROM voided_statements)
  AND NOT arrayExists(span -> day BETWEEN span.1 AND span.2, spans)
  -- A NIP is somebody's or nobody's; it is not looked up.
  AND NOT arrayExists(prefix -> startsWith(learner, prefix), {prefixes:Array(String)})
GROUP BY learner
ORDER BY statements DESC, ifi
LIMIT {limit:UInt32}
