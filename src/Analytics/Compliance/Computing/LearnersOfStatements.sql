-- The learners of the statements of a span of `stored`, and of the statements that these void.
SELECT DISTINCT arrayJoin(learners) AS learner
FROM statements
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')}
UNION DISTINCT
SELECT DISTINCT arrayJoin(learners) AS learner
FROM statements
WHERE id IN
(
  SELECT voids
  FROM statements
  WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')} AND voids != toUUID('00000000-0000-0000-0000-000000000000')
)
