-- Copies the statements of a span of `stored` into learner_statements, one row for each learner.
INSERT INTO learner_statements
  (learner, timestamp, id, verb, object_id, activities, success, completion, duration, jp_extension, certificate_number, provider)
SELECT
  learner, timestamp, id, verb, if(object_kind = 'Activity', object_id, ''), activities, success, completion, duration, jp_extension,
  certificate_number, provider
FROM statements
ARRAY JOIN learners AS learner
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')}
