-- Copies the statements of the learners named into person_learning, to the people that are named with each.
INSERT INTO person_learning
  (person_id, timestamp, id, learner_key, verb, object_key, activity_keys, success, completion, duration, jp_extension, certificate_number, provider)
SELECT
  owners.person_id, timestamp, id, xxh3(learner_statements.learner), verb, xxh3(object_id), arrayMap(iri -> xxh3(iri), activities), success, completion,
  duration, jp_extension, certificate_number, provider
FROM learner_statements
INNER JOIN wanted_owners AS owners ON owners.learner = learner_statements.learner
WHERE learner IN (SELECT learner FROM wanted_owners)
