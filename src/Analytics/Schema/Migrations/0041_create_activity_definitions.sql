-- The canonical definition of each activity: what statements of credentials that may define have said of it, merged.
-- Filled by ActivityDefinitions from `statements`, span by span of `stored`; the row of the activity '' says how far.
-- Engine: ReplacingMergeTree by the `stored` of the statement that was merged last, read with FINAL. Order key: the activity.
CREATE TABLE IF NOT EXISTS activity_definitions
(
  activity String,
  definition String CODEC(ZSTD(1)),
  stored DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(stored)
ORDER BY activity
SETTINGS index_granularity = 256
