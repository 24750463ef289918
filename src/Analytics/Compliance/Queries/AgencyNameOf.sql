-- The name, kind and province of an agency.
SELECT agency_code AS code, name, toString(kind) AS kind, toString(province_code) AS province_code
FROM agencies FINAL
WHERE agency_code = {agency:String}
