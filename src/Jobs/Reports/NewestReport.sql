-- The newest report of a subject, year, kind and format.
SELECT * FROM reports
WHERE agency_code = @AgencyCode AND provider = @Provider AND year = @Year AND kind = @Kind AND format = @Format
ORDER BY created_at DESC, id DESC
LIMIT 1
