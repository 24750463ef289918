-- Copies the statements of all learners into person_learning, to every person that each may be.
-- Those stand in the order of learners already, so only the people are sorted, and nothing of the statements is kept. What comes twice
-- goes when parts are merged, as what is copied again does: looking for it before the insert took half of the time.
INSERT INTO person_learning
  (person_id, timestamp, id, learner_key, verb, object_key, activity_keys, success, completion, duration, jp_extension, certificate_number, provider)
SELECT
  owners.person_id, timestamp, id, xxh3(learner_statements.learner), verb, xxh3(object_id), arrayMap(iri -> xxh3(iri), activities), success, completion,
  duration, jp_extension, certificate_number, provider
FROM learner_statements
INNER JOIN
(
  SELECT concat(prefix, nip) AS name, person_id
  FROM (SELECT person_id, any(nip) AS nip FROM people GROUP BY person_id)
  ARRAY JOIN {prefixes:Array(String)} AS prefix
  UNION ALL
  SELECT ifi, person_id
  FROM identifiers
) AS owners ON owners.name = learner_statements.learner
SETTINGS join_algorithm = 'full_sorting_merge', max_bytes_before_external_sort = 268435456, optimize_aggregation_in_order = 1, optimize_on_insert = 0
