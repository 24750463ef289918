-- Qualifying statements of a provider that count for nobody, by the day (in WIB) they were stored: on the day they happened no person had
-- the learner's identifier, or the activity was not registered. The same conditions as UnresolvedLearners and UnregisteredActivities.
WITH
  toDate32(learnt.timestamp, 'Asia/Jakarta') AS happened,
  (ifi, prefix) -> concat(substring(ifi, length(prefix) + 1, 4), '-', substring(ifi, length(prefix) + 5, 2), '-', substring(ifi, length(prefix) + 7, 2)) AS born,
  arrayFirst(
    (prefix, since) -> startsWith(learner, prefix) AND happened >= since
      AND match(substring(learner, length(prefix) + 1), '^(19[0-9]{2}|20[0-9]{2}|2100)[0-9]{14}$')
      AND toString(toDate32OrDefault(born(learner, prefix))) = born(learner, prefix),
    {prefixes:Array(String)}, {since:Array(Date32)}) AS nip_prefix,
  if(
    nip_prefix != '',
    substring(learner, length(nip_prefix) + 1) NOT IN (SELECT nip FROM people),
    NOT arrayExists(span -> happened BETWEEN span.1 AND span.2, known_learners.spans)) AS is_unknown_learner,
  NOT arrayExists(span -> happened BETWEEN span.1 AND span.2, known_activities.spans) AS is_unknown_activity
SELECT
  toDate32(learnt.stored, 'Asia/Jakarta') AS day,
  uniqExactIf(learnt.id, is_unknown_learner) AS unknown_learner,
  uniqExactIf(learnt.id, is_unknown_activity) AS unknown_activity,
  uniqExactIf(learnt.id, is_unknown_learner OR is_unknown_activity) AS statements
FROM
(
  SELECT id, stored, timestamp, object_id, arrayJoin(learners) AS learner
  FROM statements
  WHERE stored >= {from:DateTime64(6, 'UTC')} AND stored < {before:DateTime64(6, 'UTC')} AND provider = {provider:String}
    AND verb IN {verbs:Array(String)} AND ifNull(success, true) AND ifNull(completion, true) AND object_kind = 'Activity'
    AND id NOT IN (SELECT id FROM voided_statements)
) AS learnt
LEFT JOIN
(
  SELECT ifi, groupArray((ifNull(valid_from, toDate32('1900-01-01')), ifNull(valid_to, toDate32('2299-12-31')))) AS spans
  FROM identifiers FINAL
  WHERE person_id IN (SELECT person_id FROM people)
  GROUP BY ifi
) AS known_learners ON known_learners.ifi = learnt.learner
LEFT JOIN
(
  SELECT activity_iri, groupArray((ifNull(valid_from, toDate32('1900-01-01')), ifNull(valid_to, toDate32('2299-12-31')))) AS spans
  FROM activities FINAL
  WHERE form IN {forms:Array(String)}
  GROUP BY activity_iri
) AS known_activities ON known_activities.activity_iri = learnt.object_id
GROUP BY day
HAVING statements > 0
ORDER BY day
