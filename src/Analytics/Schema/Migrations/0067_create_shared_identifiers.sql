-- The identifiers that were ever registered more than once: to several people, or for several spans of days. Noted by the computation when
-- one is registered again.
-- Engine: ReplacingMergeTree, so that one noted twice is there once.
CREATE TABLE IF NOT EXISTS shared_identifiers
(
  ifi String
)
ENGINE = ReplacingMergeTree
ORDER BY ifi
SETTINGS index_granularity = 1024
