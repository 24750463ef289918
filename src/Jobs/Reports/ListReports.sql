-- The reports of an agency or a platform, of a kind and of a year, newest first; an empty code or kind or a year of 0 means any.
SELECT * FROM reports
WHERE (@agencyCode = '' OR agency_code = @agencyCode) AND (@provider = '' OR provider = @provider) AND (@kind = '' OR kind = @kind) AND (@year = 0 OR year = @year)
ORDER BY created_at DESC, id DESC
LIMIT @limit
