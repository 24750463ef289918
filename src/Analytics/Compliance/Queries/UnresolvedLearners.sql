-- Learners of qualifying statements who resolve to nobody: no person's NIP, and no identifier valid on the day (in WIB).
WITH
  (ifi, prefix) -> concat(substring(ifi, length(prefix) + 1, 4), '-', substring(ifi, length(prefix) + 5, 2), '-', substring(ifi, length(prefix) + 7, 2)) AS born,
  toDate32(timestamp, 'Asia/Jakarta') AS day,
  -- A NIP is 18 digits that begin with a date of birth; a date that is none reads as another, or as 1970.
  arrayFirst(
    (prefix, since) -> startsWith(learner, prefix) AND day >= since
      AND match(substring(learner, length(prefix) + 1), '^(19[0-9]{2}|20[0-9]{2}|2100)[0-9]{14}$')
      AND toString(toDate32OrDefault(born(learner, prefix))) = born(learner, prefix),
    {prefixes:Array(String)}, {since:Array(Date32)}) AS nip_prefix
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
