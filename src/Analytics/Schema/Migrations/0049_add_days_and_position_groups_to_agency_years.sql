-- What each day of the year brought: credits and the hours that count, and people whose hours reached their minimum on it; a day has an
-- entry for the ones and an entry for the others. And where people stand by the group of their position.
ALTER TABLE agency_years
  ADD COLUMN IF NOT EXISTS `days.date` Array(Date32) AFTER `covered.people`,
  ADD COLUMN IF NOT EXISTS `days.credits` Array(UInt64) AFTER `days.date`,
  ADD COLUMN IF NOT EXISTS `days.counted_jp` Array(Decimal(18, 1)) AFTER `days.credits`,
  ADD COLUMN IF NOT EXISTS `days.met` Array(UInt64) AFTER `days.counted_jp`,
  ADD COLUMN IF NOT EXISTS `positions.position_group` Array(LowCardinality(String)) AFTER `days.met`,
  ADD COLUMN IF NOT EXISTS `positions.people` Array(UInt64) AFTER `positions.position_group`,
  ADD COLUMN IF NOT EXISTS `positions.met` Array(UInt64) AFTER `positions.people`,
  ADD COLUMN IF NOT EXISTS `positions.unmet` Array(UInt64) AFTER `positions.met`,
  ADD COLUMN IF NOT EXISTS `positions.exempt` Array(UInt64) AFTER `positions.unmet`,
  ADD COLUMN IF NOT EXISTS `positions.not_required` Array(UInt64) AFTER `positions.exempt`,
  ADD COLUMN IF NOT EXISTS `positions.counted_jp` Array(Decimal(18, 1)) AFTER `positions.not_required`
