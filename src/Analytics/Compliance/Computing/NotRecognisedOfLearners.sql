-- The rows that stand of the learners named.
SELECT learner, toString(provider)
FROM not_recognised FINAL
WHERE learner IN (SELECT key FROM wanted_learners)
