-- The statements of the learners named that are not voided; activities that are only compared as TextKey.
SELECT
  learner, id, timestamp, toString(verb), object_id, arrayMap(iri -> xxh3(iri), activities), success, completion, duration, jp_extension, certificate_number,
  toString(provider)
FROM learner_statements
WHERE learner IN (SELECT key FROM wanted_learners)
  AND id NOT IN (SELECT id FROM voided_statements)
