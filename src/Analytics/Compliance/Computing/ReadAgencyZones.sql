-- The time zone of each agency.
SELECT agency_code, toString(timezone)
FROM agencies FINAL
