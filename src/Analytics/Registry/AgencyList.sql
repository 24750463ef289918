-- Which agencies there are.
SELECT agency_code AS code, name, kind, nullIf(parent_code, '') AS parent_code, nullIf(province_code, '') AS province_code, timezone
FROM agencies FINAL
WHERE isNull({only:Nullable(String)}) OR agency_code = {only:Nullable(String)}
ORDER BY code
