-- Certificate numbers by which more than one known person claims learning, those of most people first; an agency's only where one of its
-- own people is among them, and of the people only its own.
WITH
  (ifi, prefix) -> concat(substring(ifi, length(prefix) + 1, 4), '-', substring(ifi, length(prefix) + 5, 2), '-', substring(ifi, length(prefix) + 7, 2)) AS born,
  uses AS
  (
    SELECT
      certificate_number, id, toString(provider) AS provider, learner, toDate32(timestamp, 'Asia/Jakarta') AS day,
      arrayFirst(
        (prefix, since) -> startsWith(learner, prefix) AND day >= since
          AND match(substring(learner, length(prefix) + 1), '^(19[0-9]{2}|20[0-9]{2}|2100)[0-9]{14}$')
          AND toString(toDate32OrDefault(born(learner, prefix))) = born(learner, prefix),
        {prefixes:Array(String)}, {since:Array(Date32)}) AS nip_prefix,
      if(nip_prefix = '', '', substring(learner, length(nip_prefix) + 1)) AS learner_nip
    FROM certificate_claims
    WHERE certificate_number IN (SELECT certificate_number FROM shared_certificates)
      AND verb IN {verbs:Array(String)} AND ifNull(success, true) AND ifNull(completion, true)
      AND id NOT IN
      (
        SELECT id FROM voided_statements
        WHERE id IN (SELECT id FROM certificate_claims WHERE certificate_number IN (SELECT certificate_number FROM shared_certificates))
      )
  ),
  own AS (SELECT person_id FROM agency_people FINAL WHERE year = {year:UInt16} AND agency_code = {agency:String})
SELECT
  certificate_number,
  uniqExact(person) AS people,
  uniqExact(id) AS statements,
  arraySort(groupUniqArray(provider)) AS providers,
  min(day) AS first_day,
  max(day) AS last_day,
  arraySort(groupUniqArrayIf(100)(toString(person), {agency:String} = '' OR person IN (SELECT person_id FROM own))) AS person_ids
FROM
(
  SELECT
    certificate_number, id, provider, day,
    if(learner_nip != '', by_nip.person_id, tupleElement(arrayFirst(span -> day BETWEEN span.1 AND span.2, by_ifi.spans), 3)) AS person
  FROM uses
  LEFT JOIN (SELECT nip, any(person_id) AS person_id FROM people WHERE nip IN (SELECT learner_nip FROM uses) GROUP BY nip) AS by_nip
    ON by_nip.nip = uses.learner_nip
  LEFT JOIN
  (
    SELECT
      ifi, arrayReverseSort(groupArray((ifNull(valid_from, toDate32('1900-01-01')), ifNull(valid_to, toDate32('2299-12-31')), person_id))) AS spans
    FROM identifiers FINAL
    WHERE ifi IN (SELECT learner FROM uses)
      AND person_id IN (SELECT person_id FROM people WHERE person_id IN (SELECT person_id FROM identifiers WHERE ifi IN (SELECT learner FROM uses)))
    GROUP BY ifi
  ) AS by_ifi ON by_ifi.ifi = uses.learner
)
WHERE person != toUUID('00000000-0000-0000-0000-000000000000')
GROUP BY certificate_number
HAVING people > 1 AND notEmpty(person_ids)
ORDER BY people DESC, certificate_number
LIMIT {limit:UInt32}
SETTINGS max_bytes_before_external_group_by = 268435456
