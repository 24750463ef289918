-- The stored agencies with these codes, each as it was imported last.
SELECT agency_code, name, kind, parent_code, province_code, timezone
FROM agencies
WHERE agency_code IN (SELECT key FROM keys)
ORDER BY imported_at DESC
LIMIT 1 BY agency_code
