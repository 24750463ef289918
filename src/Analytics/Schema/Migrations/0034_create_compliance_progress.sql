-- How far the computation has come: by name, the moment up to which everything is computed and stored.
-- Engine: ReplacingMergeTree by that moment, read with FINAL: a watermark only ever rises, whoever writes it and in whatever order.
CREATE TABLE IF NOT EXISTS compliance_progress
(
  name LowCardinality(String),
  position DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(position)
ORDER BY name
