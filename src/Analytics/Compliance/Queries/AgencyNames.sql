-- The names of all agencies.
SELECT agency_code AS code, name
FROM agencies FINAL
