-- The newest report of an agency, year, kind and format.
SELECT * FROM reports
WHERE agency_code = @AgencyCode AND year = @Year AND kind = @Kind AND format = @Format
ORDER BY created_at DESC, id DESC
LIMIT 1
