-- The name, kind and province of every agency, or of one.
SELECT agency_code AS code, name, toString(kind) AS kind, toString(province_code) AS province_code
FROM agencies FINAL
WHERE isNull({only:Nullable(String)}) OR agency_code = {only:Nullable(String)}
ORDER BY code
