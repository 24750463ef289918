-- Learners of qualifying statements who were nobody on the day, by platform and kind of identifier; largest first.
SELECT
  toString(provider) AS provider,
  toString(kind) AS kind,
  if(kind = 'account', substring(source, 9, length(source) - 9), '') AS home_page,
  count() AS learners,
  sum(unknown_learner) AS statements,
  max(last_unknown_learner) AS last_day,
  groupArray(20)(learner) AS ifis
FROM not_recognised FINAL
-- Of the key, so that it may be asked before the latest of the rows is found.
PREWHERE {provider:String} = '' OR not_recognised.provider = {provider:String}
WHERE unknown_learner > 0
GROUP BY provider, kind, home_page
ORDER BY learners DESC, provider, kind, home_page
LIMIT {limit:UInt32}
