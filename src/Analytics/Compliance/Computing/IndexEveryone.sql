-- Copies the statements of all learners into person_statements, to every person that each may be.
INSERT INTO person_statements
  (person_id, timestamp, id, learner, verb, object_id, activities, success, completion, duration, jp_extension, certificate_number, provider)
SELECT
  owners.person_id, timestamp, id, learner, verb, object_id, activities, success, completion, duration, jp_extension, certificate_number,
  provider
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
SETTINGS join_algorithm = 'grace_hash', grace_hash_join_initial_buckets = 8, optimize_aggregation_in_order = 1
