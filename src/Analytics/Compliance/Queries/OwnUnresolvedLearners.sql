-- Learners whom nobody is known by, and who seem an agency's own: their mail domain, or the site their account is of, is one that at least
-- three of the agency's people are known by, and nobody of another agency in more than one case of five.
WITH
  own AS (SELECT person_id FROM agency_people FINAL WHERE year = {year:UInt16} AND agency_code = {agency:String}),
  sources AS
  (
    SELECT source
    FROM identifier_sources
    WHERE source IN (SELECT source FROM identifier_sources WHERE source != '' AND person_id IN own)
    GROUP BY source
    HAVING uniqExactIf(person_id, person_id IN own) >= 3 AND uniqExactIf(person_id, person_id IN own) >= 0.8 * uniq(person_id)
  )
SELECT
  learner AS ifi,
  any(toString(not_recognised.kind)) AS kind,
  groupArray(5)(toString(provider)) AS providers,
  sum(unknown_learner) AS statements,
  max(last_unknown_learner) AS last_day
FROM not_recognised FINAL
-- The learner's, and so of the key: it may be asked before the latest of the rows is found.
PREWHERE source IN sources
WHERE unknown_learner > 0 AND ({ifi:String} = '' OR learner = {ifi:String})
  -- A NIP is somebody's or nobody's; it is not looked up.
  AND NOT arrayExists(prefix -> startsWith(learner, prefix), {prefixes:Array(String)})
GROUP BY learner
ORDER BY statements DESC, ifi
LIMIT {limit:UInt32}
