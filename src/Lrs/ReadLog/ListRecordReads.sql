-- A page of the access log, the newest first: who read whose record, when and why, as far as each filter is not empty.
SELECT r.read_at, r.caller, u.display_name AS caller_name, r.person_id, r.agency_code, r.purpose
FROM record_reads r
LEFT JOIN users u ON r.caller = 'user:' || u.user_name
WHERE r.read_at >= @from AND r.read_at < @to
  AND (r.read_at, r.person_id) < (@beforeTime, @beforePerson)
  AND (@agency = '' OR r.agency_code = @agency)
  AND (@person = '' OR r.person_id = @person)
  AND (@caller = '' OR lower(r.caller) LIKE @callerPattern ESCAPE '!' OR lower(u.display_name) LIKE @callerPattern ESCAPE '!')
  AND (@purpose = '' OR r.purpose = @purpose OR (@purpose = 'report' AND r.purpose LIKE 'report %'))
ORDER BY r.read_at DESC, r.person_id DESC
LIMIT @limit
