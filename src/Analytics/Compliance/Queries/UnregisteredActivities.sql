-- Activities of qualifying statements that were not registered, with a form that counts, on the day; most statements first.
SELECT
  toString(provider) AS provider,
  learning.unregistered AS activity_iri,
  uniqExact(learning.id) AS statements,
  uniqExact(learner) AS learners,
  max(learning.day) AS last_day,
  groupUniqArray(3)(learning.id) AS statement_ids
FROM not_recognised FINAL
ARRAY JOIN learning
-- Of the key, so that it may be asked before the latest of the rows is found.
PREWHERE {provider:String} = '' OR not_recognised.provider = {provider:String}
WHERE activity_iri != ''
GROUP BY provider, activity_iri
ORDER BY statements DESC, provider, activity_iri
LIMIT {limit:UInt32}
