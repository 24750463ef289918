-- The claims whose JP a verifier enters and nobody has yet: what waits at an agency is then read from its own people alone.
ALTER TABLE agency_people
  ADD COLUMN IF NOT EXISTS `claims.date` Array(Date32) AFTER covered,
  ADD COLUMN IF NOT EXISTS `claims.statement_id` Array(UUID) AFTER `claims.date`,
  ADD COLUMN IF NOT EXISTS `claims.activity_iri` Array(String) AFTER `claims.statement_id`,
  ADD COLUMN IF NOT EXISTS `claims.title` Array(String) AFTER `claims.activity_iri`,
  ADD COLUMN IF NOT EXISTS `claims.provider` Array(LowCardinality(String)) AFTER `claims.title`,
  ADD COLUMN IF NOT EXISTS `claims.form` Array(LowCardinality(String)) AFTER `claims.provider`,
  ADD COLUMN IF NOT EXISTS `claims.level` Array(LowCardinality(String)) AFTER `claims.form`,
  ADD COLUMN IF NOT EXISTS `claims.claimed_jp` Array(Decimal(18, 4)) AFTER `claims.level`
