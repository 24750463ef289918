-- What imports ask to be computed again: kind person, activity, ifi or everyone, with its key; appended after the import's own rows are there.
-- Engine: plain MergeTree. A request twice computes twice, with the same answer. Order key: readers ask for what came since a moment.
CREATE TABLE IF NOT EXISTS compute_requests
(
  requested_at DateTime64(6, 'UTC'),
  kind LowCardinality(String),
  key String
)
ENGINE = MergeTree
ORDER BY requested_at
TTL toDateTime(requested_at) + INTERVAL 90 DAY
