-- The learners of the statements of a span of `stored`, and of the statements that these void.
WITH targets AS
(
  SELECT voids
  FROM statements
  WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')} AND voids != toUUID('00000000-0000-0000-0000-000000000000')
)
SELECT DISTINCT arrayJoin(learners) AS learner
FROM statements
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')}
UNION DISTINCT
SELECT DISTINCT arrayJoin(learners) AS learner
FROM statements
-- Where nothing is voided, which is nearly always, the index of ids is not even opened.
WHERE (SELECT count() FROM targets) > 0 AND id IN targets
