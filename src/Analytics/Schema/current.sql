-- The schema that all migrations together make; a test compares it with them.

CREATE TABLE activities
(
  `activity_iri` String,
  `title` String,
  `provider` LowCardinality(String),
  `form` LowCardinality(String),
  `jp` Nullable(Decimal(9, 2)),
  `units` Nullable(Decimal(9, 2)),
  `level` LowCardinality(String),
  `competencies` Array(LowCardinality(String)),
  `valid_from` Nullable(Date32),
  `valid_to` Nullable(Date32),
  `imported_at` DateTime64(6, 'UTC') CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (activity_iri, ifNull(valid_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 1024;

CREATE TABLE activity_definitions
(
  `activity` String,
  `definition` String CODEC(ZSTD(1)),
  `stored` DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(stored)
ORDER BY activity
SETTINGS index_granularity = 256;

CREATE TABLE agencies
(
  `agency_code` String,
  `name` String,
  `kind` LowCardinality(String),
  `parent_code` String,
  `province_code` LowCardinality(String),
  `timezone` LowCardinality(String),
  `imported_at` DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY agency_code
SETTINGS index_granularity = 8192;

CREATE TABLE agency_people
(
  `year` UInt16,
  `agency_code` LowCardinality(String),
  `person_id` UUID,
  `name` String,
  `unit` LowCardinality(String),
  `position_group` LowCardinality(String),
  `employment_type` LowCardinality(String),
  `status` LowCardinality(String),
  `min_jp` Nullable(Decimal(12, 1)),
  `counted_jp` Decimal(12, 1),
  `missing_jp` Decimal(12, 1),
  `met_on` Date32,
  `hours.form` Array(LowCardinality(String)),
  `hours.provider` Array(LowCardinality(String)),
  `hours.month` Array(UInt8),
  `hours.date` Array(Date32),
  `hours.claimed_jp` Array(Decimal(18, 4)),
  `hours.converted_jp` Array(Decimal(12, 1)),
  `hours.counted_jp` Array(Decimal(12, 1)),
  `covered` Array(LowCardinality(String)),
  `claims.date` Array(Date32),
  `claims.statement_id` Array(UUID),
  `claims.activity_iri` Array(String),
  `claims.title` Array(String),
  `claims.provider` Array(LowCardinality(String)),
  `claims.form` Array(LowCardinality(String)),
  `claims.level` Array(LowCardinality(String)),
  `claims.claimed_jp` Array(Decimal(18, 4)),
  `computed_at` DateTime64(6, 'UTC'),
  `gone` UInt8
)
ENGINE = ReplacingMergeTree(computed_at, gone)
PARTITION BY year
ORDER BY (year, agency_code, person_id)
SETTINGS index_granularity = 2048, min_age_to_force_merge_seconds = 3600;

CREATE MATERIALIZED VIEW agency_people_feed TO agency_people
(
  `year` UInt16,
  `agency_code` LowCardinality(String),
  `person_id` UUID,
  `name` String,
  `unit` LowCardinality(String),
  `position_group` LowCardinality(String),
  `employment_type` LowCardinality(String),
  `status` LowCardinality(String),
  `min_jp` Nullable(Decimal(12, 1)),
  `counted_jp` Decimal(12, 1),
  `missing_jp` Decimal(12, 1),
  `met_on` Date32,
  `hours.form` Array(String),
  `hours.provider` Array(String),
  `hours.month` Array(UInt8),
  `hours.date` Array(Date32),
  `hours.claimed_jp` Array(Decimal(18, 4)),
  `hours.converted_jp` Array(Decimal(12, 1)),
  `hours.counted_jp` Array(Decimal(12, 1)),
  `covered` Array(LowCardinality(String)),
  `claims.date` Array(Date32),
  `claims.statement_id` Array(UUID),
  `claims.activity_iri` Array(String),
  `claims.title` Array(String),
  `claims.provider` Array(String),
  `claims.form` Array(String),
  `claims.level` Array(String),
  `claims.claimed_jp` Array(Decimal(18, 4)),
  `computed_at` DateTime64(6, 'UTC'),
  `gone` UInt8) AS WITH arraySort(arrayFilter(credit -> (NOT (credit.3)), arrayZip(credits.date, credits.counted_jp, credits.duplicate))) AS learnt, arrayFirstIndex(sum -> (sum >= min_jp), arrayCumSum(arrayMap(credit -> (credit.2), learnt))) AS met_at, arrayMap(cuts -> arrayExists(cut -> ((cut.1) = 'manual_pending'), cuts), credits.reductions) AS waiting SELECT year, agency_code, person_id, name, unit, position_group, employment_type, status, min_jp, counted_jp, missing_jp, if((status = 'MET') AND (min_jp > 0) AND (met_at > 0), (learnt[met_at]).1, toDate32('1970-01-01')) AS met_on, arrayFilter((value, duplicate) -> (NOT duplicate), credits.form, credits.duplicate) AS `hours.form`, arrayFilter((value, duplicate) -> (NOT duplicate), credits.provider, credits.duplicate) AS `hours.provider`, arrayMap(date -> toMonth(date), arrayFilter((value, duplicate) -> (NOT duplicate), credits.date, credits.duplicate)) AS `hours.month`, arrayFilter((value, duplicate) -> (NOT duplicate), credits.date, credits.duplicate) AS `hours.date`, arrayFilter((value, duplicate) -> (NOT duplicate), credits.claimed_jp, credits.duplicate) AS `hours.claimed_jp`, arrayFilter((value, duplicate) -> (NOT duplicate), credits.converted_jp, credits.duplicate) AS `hours.converted_jp`, arrayFilter((value, duplicate) -> (NOT duplicate), credits.counted_jp, credits.duplicate) AS `hours.counted_jp`, covered.competency AS covered, arrayFilter((value, waits) -> waits, credits.date, waiting) AS `claims.date`, arrayFilter((value, waits) -> waits, credits.statement_id, waiting) AS `claims.statement_id`, arrayFilter((value, waits) -> waits, credits.activity_iri, waiting) AS `claims.activity_iri`, arrayFilter((value, waits) -> waits, credits.title, waiting) AS `claims.title`, arrayFilter((value, waits) -> waits, credits.provider, waiting) AS `claims.provider`, arrayFilter((value, waits) -> waits, credits.form, waiting) AS `claims.form`, arrayFilter((value, waits) -> waits, credits.level, waiting) AS `claims.level`, arrayFilter((value, waits) -> waits, credits.claimed_jp, waiting) AS `claims.claimed_jp`, computed_at, gone FROM person_years WHERE NOT gone;

CREATE TABLE agency_years
(
  `year` UInt16,
  `agency_code` LowCardinality(String),
  `standing.employment_type` Array(LowCardinality(String)),
  `standing.people` Array(UInt64),
  `standing.met` Array(UInt64),
  `standing.unmet` Array(UInt64),
  `standing.exempt` Array(UInt64),
  `standing.not_required` Array(UInt64),
  `standing.counted_jp` Array(Decimal(18, 1)),
  `standing.computed_at` Array(DateTime64(6, 'UTC')),
  `hours.dimensions` Array(UInt8),
  `hours.form` Array(LowCardinality(String)),
  `hours.provider` Array(LowCardinality(String)),
  `hours.month` Array(UInt8),
  `hours.credits` Array(UInt64),
  `hours.people` Array(UInt64),
  `hours.claimed_jp` Array(Decimal(18, 4)),
  `hours.converted_jp` Array(Decimal(18, 1)),
  `hours.counted_jp` Array(Decimal(18, 1)),
  `covered.competency` Array(LowCardinality(String)),
  `covered.people` Array(UInt64),
  `days.date` Array(Date32),
  `days.credits` Array(UInt64),
  `days.counted_jp` Array(Decimal(18, 1)),
  `days.met` Array(UInt64),
  `positions.position_group` Array(LowCardinality(String)),
  `positions.people` Array(UInt64),
  `positions.met` Array(UInt64),
  `positions.unmet` Array(UInt64),
  `positions.exempt` Array(UInt64),
  `positions.not_required` Array(UInt64),
  `positions.counted_jp` Array(Decimal(18, 1)),
  `read_at` DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(read_at)
ORDER BY (year, agency_code)
SETTINGS index_granularity = 64;

CREATE TABLE certificate_claims
(
  `certificate_number` String,
  `learner` String,
  `timestamp` DateTime64(6, 'UTC'),
  `id` UUID,
  `verb` LowCardinality(String),
  `success` Nullable(Bool),
  `completion` Nullable(Bool),
  `provider` LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (certificate_number, learner, timestamp, id)
SETTINGS index_granularity = 1024;

CREATE TABLE competencies
(
  `code` String,
  `family` LowCardinality(String),
  `name` String,
  `imported_at` DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY code
SETTINGS index_granularity = 8192;

CREATE TABLE compliance_progress
(
  `name` LowCardinality(String),
  `position` DateTime64(6, 'UTC'),
  `person_id` UUID
)
ENGINE = ReplacingMergeTree(position)
ORDER BY name
SETTINGS index_granularity = 8192;

CREATE TABLE compute_requests
(
  `requested_at` DateTime64(6, 'UTC'),
  `kind` LowCardinality(String),
  `key` String
)
ENGINE = MergeTree
ORDER BY requested_at
TTL toDateTime(requested_at) + toIntervalDay(90)
SETTINGS index_granularity = 8192;

CREATE TABLE identifier_sources
(
  `source` LowCardinality(String) MATERIALIZED multiIf(startsWith(ifi, 'account:'), concat(splitByChar('|', ifi)[1], '|'), startsWith(ifi, 'mailto:'), lower(concat('@', splitByChar('@', ifi)[-1])), ''),
  `ifi` String,
  `valid_from` Nullable(Date32),
  `person_id` UUID,
  `imported_at` DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (source, ifi, ifNull(valid_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 8192;

CREATE TABLE identifiers
(
  `ifi` String,
  `valid_from` Nullable(Date32),
  `valid_to` Nullable(Date32),
  `person_id` UUID,
  `nip` String,
  `imported_at` DateTime64(6, 'UTC') CODEC(Delta(8), ZSTD(1)),
  INDEX by_imported_at imported_at TYPE minmax GRANULARITY 16
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (ifi, ifNull(valid_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 1024;

CREATE TABLE ingest_owners
(
  `partition` UInt32,
  `epoch` UInt64,
  `claim` UUID,
  `process` String,
  `claimed_at` DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (partition, epoch, claim)
SETTINGS index_granularity = 256;

CREATE TABLE ingest_progress
(
  `partition` UInt32,
  `next_offset` Int64,
  `last_stored` DateTime64(6, 'UTC'),
  `stored_through` DateTime64(6, 'UTC'),
  `accepted_through` DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(stored_through)
ORDER BY partition
SETTINGS index_granularity = 256;

CREATE TABLE learner_statements
(
  `learner` String,
  `timestamp` DateTime64(6, 'UTC'),
  `id` UUID,
  `verb` LowCardinality(String),
  `object_id` String,
  `activities` Array(String),
  `success` Nullable(Bool),
  `completion` Nullable(Bool),
  `duration` String,
  `jp_extension` String,
  `certificate_number` String,
  `provider` LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (learner, timestamp, id)
SETTINGS index_granularity = 1024;

CREATE TABLE manual_credits
(
  `person_id` UUID,
  `statement_id` UUID,
  `entered_at` DateTime64(6, 'UTC'),
  `entry_id` UUID,
  `jp` Decimal(9, 2),
  `reason` String,
  `entered_by` String
)
ENGINE = MergeTree
ORDER BY (person_id, statement_id, entered_at)
SETTINGS index_granularity = 1024;

CREATE TABLE not_recognised
(
  `learner` String,
  `provider` LowCardinality(String),
  `kind` LowCardinality(String) MATERIALIZED multiIf(startsWith(learner, 'account:'), 'account', startsWith(learner, 'mailto:'), 'mbox', startsWith(learner, 'sha1:'), 'mbox_sha1sum', 'openid'),
  `source` LowCardinality(String) MATERIALIZED multiIf(kind = 'account', concat(splitByChar('|', learner)[1], '|'), kind = 'mbox', lower(concat('@', splitByChar('@', learner)[-1])), ''),
  `unknown_learner` UInt32,
  `last_unknown_learner` Date32,
  `learning.id` Array(UUID),
  `learning.day` Array(Date32),
  `learning.unknown_learner` Array(Bool),
  `learning.unregistered` Array(String),
  `read_at` DateTime64(6, 'UTC'),
  `gone` UInt8
)
ENGINE = ReplacingMergeTree(read_at, gone)
ORDER BY (learner, provider)
SETTINGS index_granularity = 1024, min_age_to_force_merge_seconds = 3600;

CREATE TABLE people
(
  `person_id` UUID,
  `nip` String,
  `name` String,
  `employment_type` LowCardinality(String),
  `agency_code` LowCardinality(String),
  `unit` LowCardinality(String),
  `position_group` LowCardinality(String),
  `employed_from` Nullable(Date32),
  `employed_to` Nullable(Date32),
  `contract_from` Nullable(Date32),
  `contract_to` Nullable(Date32),
  `exempt_reason` LowCardinality(String),
  `imported_at` DateTime64(6, 'UTC') CODEC(Delta(8), ZSTD(1)),
  INDEX by_imported_at imported_at TYPE minmax GRANULARITY 16,
  PROJECTION by_nip (SELECT nip, person_id ORDER BY nip)
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (person_id, ifNull(employed_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 1024, deduplicate_merge_projection_mode = 'rebuild';

CREATE TABLE person_identifiers
(
  `person_id` UUID,
  `ifi` String,
  `valid_from` Nullable(Date32),
  `valid_to` Nullable(Date32),
  `imported_at` DateTime64(6, 'UTC') CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (person_id, ifi, ifNull(valid_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 1024;

CREATE TABLE person_learning
(
  `person_id` UUID,
  `timestamp` DateTime64(6, 'UTC'),
  `id` UUID,
  `learner_key` UInt64,
  `verb` LowCardinality(String),
  `object_key` UInt64,
  `activity_keys` Array(UInt64),
  `success` Nullable(Bool),
  `completion` Nullable(Bool),
  `duration` LowCardinality(String),
  `jp_extension` LowCardinality(String),
  `certificate_number` String,
  `provider` LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (person_id, timestamp, id, learner_key)
SETTINGS min_age_to_force_merge_seconds = 86400, index_granularity = 8192;

CREATE TABLE person_years
(
  `person_id` UUID,
  `year` UInt16,
  `name` String,
  `unit` LowCardinality(String),
  `position_group` LowCardinality(String),
  `agency_code` LowCardinality(String),
  `employment_type` LowCardinality(String),
  `status` LowCardinality(String),
  `min_jp` Nullable(Decimal(12, 1)),
  `max_jp` Nullable(Decimal(12, 1)),
  `requirement_rule` LowCardinality(String),
  `target_jp` Nullable(Decimal(12, 1)),
  `target_met` Bool,
  `claimed_jp` Decimal(18, 4),
  `converted_jp` Decimal(12, 1),
  `counted_jp` Decimal(12, 1),
  `missing_jp` Decimal(12, 1),
  `credits.statement_id` Array(UUID),
  `credits.activity_iri` Array(String),
  `credits.title` Array(String),
  `credits.provider` Array(LowCardinality(String)),
  `credits.form` Array(LowCardinality(String)),
  `credits.level` Array(LowCardinality(String)),
  `credits.date` Array(Date32),
  `credits.timestamp` Array(DateTime64(6, 'UTC')),
  `credits.claimed_jp` Array(Decimal(18, 4)),
  `credits.converted_jp` Array(Decimal(12, 1)),
  `credits.counted_jp` Array(Decimal(12, 1)),
  `credits.duplicate` Array(Bool),
  `credits.reductions` Array(Array(Tuple(rule LowCardinality(String), jp Decimal(18, 4)))),
  `covered.competency` Array(LowCardinality(String)),
  `covered.date` Array(Date32),
  `computed_at` DateTime64(6, 'UTC'),
  `gone` UInt8,
  `content` UInt64
)
ENGINE = ReplacingMergeTree(computed_at, gone)
PARTITION BY year
ORDER BY (person_id, year)
SETTINGS index_granularity = 1024, min_age_to_force_merge_seconds = 86400;

CREATE TABLE set_aside
(
  `id` UUID,
  `set_aside_at` DateTime64(6, 'UTC'),
  `reason` LowCardinality(String),
  `detail` String,
  `statement_id` UUID,
  `provider` String,
  `partition` UInt32,
  `message_offset` Int64,
  `message_key` String CODEC(ZSTD(1)),
  `message` String CODEC(ZSTD(1)),
  `driven_at` DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(driven_at)
ORDER BY id
SETTINGS index_granularity = 256;

CREATE TABLE shared_certificates
(
  `certificate_number` String
)
ENGINE = ReplacingMergeTree
ORDER BY certificate_number
SETTINGS index_granularity = 1024;

CREATE TABLE shared_identifiers
(
  `ifi` String
)
ENGINE = ReplacingMergeTree
ORDER BY ifi
SETTINGS index_granularity = 1024;

CREATE TABLE statement_keys
(
  `key` UInt64 CODEC(ZSTD(1)),
  `stored` DateTime64(6, 'UTC') CODEC(Delta(8), ZSTD(1)),
  `via` DateTime64(6, 'UTC') CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree
ORDER BY (key, stored, via)
SETTINGS index_granularity = 1024, min_compress_block_size = 8192;

CREATE TABLE statements
(
  `id` UUID,
  `stored` DateTime64(6, 'UTC') CODEC(Delta(8), ZSTD(1)),
  `timestamp` DateTime64(6, 'UTC') CODEC(Delta(8), ZSTD(1)),
  `provider` LowCardinality(String),
  `authority` LowCardinality(String),
  `version` LowCardinality(String),
  `verb` LowCardinality(String),
  `object_kind` LowCardinality(String),
  `object_id` String,
  `registration` UUID,
  `actor` String,
  `learners` Array(String),
  `activities` Array(String),
  `success` Nullable(Bool),
  `completion` Nullable(Bool),
  `duration` String,
  `jp_extension` String,
  `certificate_number` String,
  `voids` UUID,
  `filter_keys` Array(UInt64),
  `fingerprint` FixedString(16),
  `may_define` Bool,
  `raw` String CODEC(ZSTD(1)),
  INDEX by_id id TYPE bloom_filter(0.001) GRANULARITY 32
)
ENGINE = MergeTree
ORDER BY (stored, id)
SETTINGS index_granularity_bytes = 131072, min_parts_to_merge_at_once = 24, ratio_of_defaults_for_sparse_serialization = 1, write_marks_for_substreams_in_compact_parts = 0, index_granularity = 8192, min_compress_block_size = 8192;

CREATE TABLE voided_statements
(
  `id` UUID
)
ENGINE = ReplacingMergeTree
ORDER BY id
SETTINGS index_granularity = 1024;
