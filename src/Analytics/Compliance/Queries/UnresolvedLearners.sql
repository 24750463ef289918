-- Learners of qualifying statements who resolve to nobody: no person's NIP, and no identifier valid on the day (in WIB).
WITH
  toDate32(timestamp, 'Asia/Jakarta') AS day,
  arrayFirst(prefix -> startsWith(learner, prefix) AND match(substring(learner, length(prefix) + 1), '^[0-9]{18}$'), {prefixes:Array(String)}) AS nip_prefix
SELECT
  toString(provider) AS provider,
  multiIf(startsWith(learner, 'account:'), 'account', startsWith(learner, 'mailto:'), 'mbox', startsWith(learner, 'sha1:'), 'mbox_sha1sum', 'openid') AS kind,
  if(kind = 'account', splitByChar('|', substring(learner, 9))[1], '') AS home_page,
  uniqExact(learner) AS learners,
  uniqExact(id) AS statements,
  max(day) AS last_day,
  groupUniqArray(20)(learner) AS ifis
FROM learner_statements
LEFT JOIN
(
  SELECT ifi, groupArray((ifNull(valid_from, toDate32('1900-01-01')), ifNull(valid_to, toDate32('2299-12-31')))) AS spans
  FROM identifiers FINAL
  WHERE person_id IN (SELECT person_id FROM people)
  GROUP BY ifi
) AS known ON known.ifi = learner
WHERE verb IN {verbs:Array(String)} AND ifNull(success, true) AND ifNull(completion, true)
  AND ({provider:String} = '' OR learner_statements.provider = {provider:String})
  AND id NOT IN (SELECT id FROM voided_statements)
  AND if(
    nip_prefix != '',
    substring(learner, length(nip_prefix) + 1) NOT IN (SELECT nip FROM people),
    NOT arrayExists(span -> day BETWEEN span.1 AND span.2, spans))
GROUP BY provider, kind, home_page
ORDER BY learners DESC, provider, kind, home_page
LIMIT {limit:UInt32}
