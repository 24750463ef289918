-- The reports of an agency and year, newest first; an empty agency code or a year of 0 means any.
SELECT * FROM reports
WHERE (@agencyCode = '' OR agency_code = @agencyCode) AND (@year = 0 OR year = @year)
ORDER BY created_at DESC, id DESC
LIMIT @limit
