-- Qualifying statements of a provider that count for nobody, by the day (in WIB) they were stored: what of them is in not_recognised.
SELECT
  toDate32(statements.stored, 'Asia/Jakarta') AS day,
  uniqExactIf(found.id, found.unknown_learner) AS unknown_learner,
  uniqExactIf(found.id, found.unregistered != '') AS unknown_activity,
  uniqExact(found.id) AS statements
FROM statements
INNER JOIN
(
  SELECT learning.id AS id, learning.unknown_learner AS unknown_learner, learning.unregistered AS unregistered
  FROM not_recognised FINAL
  ARRAY JOIN learning
  -- Of the key, so that it may be asked before the latest of the rows is found.
  PREWHERE provider = {provider:String}
) AS found ON found.id = statements.id
WHERE stored >= {from:DateTime64(6, 'UTC')} AND stored < {before:DateTime64(6, 'UTC')} AND provider = {provider:String}
GROUP BY day
ORDER BY day
