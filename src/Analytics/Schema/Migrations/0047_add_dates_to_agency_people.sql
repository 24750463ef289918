-- The day of each credit, and the day on which the person's hours reached their minimum (1970 where they did not, or none was asked): how a
-- year went is then read by agency, without a look at anybody's person_years.
ALTER TABLE agency_people
  ADD COLUMN IF NOT EXISTS `hours.date` Array(Date32) AFTER `hours.month`,
  ADD COLUMN IF NOT EXISTS met_on Date32 AFTER missing_jp
