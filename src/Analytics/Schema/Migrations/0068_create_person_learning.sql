-- The statements once more, by person, as everyone's hours are computed from them: in one pass in the order of person_years and people, and
-- with the texts that are only compared as numbers (TextKey), so that a night makes none of them again.
-- A row for each person that a learner may be by any registration, whatever its validity: rather one too many than one too few, since the
-- engine asks the keys of the person. Filled from learner_statements before a person is computed for a change, and for everyone together
-- where everyone is computed for one (docs/decisions/0013).
-- Engine: ReplacingMergeTree, so that a person filled twice is there once, by the next day at the latest. Order key: one person's statements in the order they are counted.
CREATE TABLE IF NOT EXISTS person_learning
(
  person_id UUID,
  timestamp DateTime64(6, 'UTC'),
  id UUID,
  learner_key UInt64,
  verb LowCardinality(String),
  object_key UInt64,
  activity_keys Array(UInt64),
  success Nullable(Bool),
  completion Nullable(Bool),
  duration LowCardinality(String),
  jp_extension LowCardinality(String),
  certificate_number String,
  provider LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (person_id, timestamp, id, learner_key)
SETTINGS min_age_to_force_merge_seconds = 86400
