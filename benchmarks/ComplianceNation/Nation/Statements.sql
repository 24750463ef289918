-- The statements of learning {from} to {to}, as the ingest stores them. Learning i is of a person and an activity by chance, at an instant that
-- rises with i through this year and the last. Parts: 0 completed; 1 and 2 what was done before it, of half of the e-learning, a day before
-- and on the day; 3 passed, a duplicate, of one in thirty; 4 the voiding of part 0, of one in five hundred.
INSERT INTO statements
  (id, stored, timestamp, provider, authority, version, verb, object_kind, object_id, registration, actor, learners, activities, success, completion,
   duration, jp_extension, certificate_number, voids, filter_keys, fingerprint, may_define, raw)
WITH
  number AS i,
  sipHash64(i, 'learning') AS h,
  h % {people:UInt64} AS n,
  toUInt32(24000 * pow((intDiv(h, 1048573) % 1000003) / 1000003, 2)) AS course,
  course % 12 AS platform,
  concat('https://lms', toString(platform), '.example.go.id') AS home,
  concat(home, '/course/view.php?id=', toString(course)) AS iri,
  toUnixTimestamp64Micro(toDateTime64(concat(toString({year:UInt16} - 1), '-01-01 00:00:00'), 6, 'UTC')) AS begin,
  begin + toInt64((toUnixTimestamp64Micro(now64(6)) - 86400000000 - begin) / {learning:UInt64} * i) AS instant,
  fromUnixTimestamp64Micro(instant + [0, -86400000000, -7200000000, 3600000000, 7200000000][1 + part], 'UTC') AS happened,
  ['completed', 'experienced', 'experienced', 'passed', 'voided'][1 + part] AS verb_name,
  concat('http://adlnet.gov/expapi/verbs/', verb_name) AS verb_iri,
  nation_ifi(n, platform) AS ifi,
  if(part = 4, 'mailto:admin@lms.example.go.id', ifi) AS who,
  if(part IN (1, 2), concat(home, '/mod/scorm/view.php?id=', toString(course * 4 + part)), iri) AS about,
  if(part IN (0, 3) AND h % 5 < 2, concat('SERT/', toString(platform), '/', lower(hex(h))), '') AS certificate,
  if(part IN (0, 3) AND activity.form = 'SELF_LEARN', ['PT45M', 'PT1H30M', 'PT3H'][1 + h % 3], if(part IN (0, 3), 'PT2H15M', 'PT18M')) AS spent,
  concat('{"objectType":"Agent","name":"platform', toString(platform), '","account":{"homePage":"https://lan.go.id/lrs","name":"platform', toString(platform), '"}}') AS said_by
SELECT
  nation_statement(i, part), fromUnixTimestamp64Micro(instant + 7200000000 + 2000000 + part, 'UTC'), happened, concat('platform', toString(platform)), said_by, '1.0.3', verb_iri,
  if(part = 4, 'StatementRef', 'Activity'), if(part = 4, toString(nation_statement(i, 0)), about), reinterpretAsUUID(sipHash128(i, 'registration')), who, [who],
  multiIf(part = 4, [], part IN (1, 2), [about, iri], [iri, concat(home, '/course/index.php?categoryid=', toString(course % 200))]),
  if(part = 3, true, NULL), if(part IN (0, 3), true, NULL), if(part = 4, '', spent), '', certificate,
  if(part = 4, nation_statement(i, 0), toUUID('00000000-0000-0000-0000-000000000000')),
  [sipHash64(verb_iri), sipHash64(who), sipHash64(who, 1), sipHash64(who, 2), sipHash64(about), sipHash64(about, 1), sipHash64(platform), sipHash64(i)], sipHash128(i, part, 'fingerprint'), false,
  concat(
    '{"id":"', toString(nation_statement(i, part)), '","actor":{"objectType":"Agent","name":"Pegawai ', toString(n), '","', if(startsWith(who, 'mailto:'), concat('mbox":"', who, '"'), concat('account":{"homePage":"https://nip.asn.go.id","name":"', nation_nip(n), '"}')),
    '},"verb":{"id":"', verb_iri, '","display":{"en":"', verb_name, '"}},"object":{"id":"', about, '","definition":{"name":{"id":"', activity.title, '"}}},"result":{"duration":"', spent,
    '"},"context":{"platform":"Moodle","language":"id","registration":"', toString(reinterpretAsUUID(sipHash128(i, 'registration'))), '","contextActivities":{"grouping":[{"id":"', home, '"}]},"extensions":{"https://lan.go.id/xapi/extensions/certificate-number":"', certificate,
    '"}},"timestamp":"', formatDateTime(happened, '%Y-%m-%dT%H:%i:%SZ'), '"}')
FROM numbers({from:UInt64}, {to:UInt64} - {from:UInt64}) AS learnings
INNER JOIN (SELECT activity_iri, form, title FROM activities) AS activity ON activity.activity_iri = iri
ARRAY JOIN arrayConcat([0], if(activity.form = 'ELEARNING' AND h % 2 = 0, [1, 2], []), if(intDiv(h, 64) % 30 = 0, [3], []), if(intDiv(h, 128) % 500 = 0, [4], [])) AS part
SETTINGS max_insert_threads = 2, max_insert_block_size = 262144, min_insert_block_size_rows = 262144, min_insert_block_size_bytes = 536870912, max_block_size = 32768
