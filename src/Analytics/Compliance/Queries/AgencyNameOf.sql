-- The name of an agency.
SELECT name
FROM agencies FINAL
WHERE agency_code = {agency:String}
