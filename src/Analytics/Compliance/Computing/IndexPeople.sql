-- Copies the statements of the learners named into person_statements, to the people that are named with each.
INSERT INTO person_statements
  (person_id, timestamp, id, learner, verb, object_id, activities, success, completion, duration, jp_extension, certificate_number, provider)
SELECT
  owners.person_id, timestamp, id, learner, verb, object_id, activities, success, completion, duration, jp_extension, certificate_number,
  provider
FROM learner_statements
INNER JOIN wanted_owners AS owners ON owners.learner = learner_statements.learner
WHERE learner IN (SELECT learner FROM wanted_owners)
