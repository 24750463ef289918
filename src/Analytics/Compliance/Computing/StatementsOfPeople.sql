-- The statements of the people named or in a range that are not voided; texts that are only compared as TextKey.
SELECT
  person_id, id, timestamp, CAST(xxh3(learner), 'UInt64'), verb, CAST(xxh3(object_id), 'UInt64'),
  arrayMap(iri -> CAST(xxh3(iri), 'UInt64'), activities), success, completion, duration, jp_extension, certificate_number, provider
FROM person_statements
WHERE person_id >= {first:UUID} AND person_id <= {last:UUID} AND (person_id IN (SELECT key FROM wanted_people) OR {all:Bool})
  AND id NOT IN (SELECT id FROM voided_statements)
