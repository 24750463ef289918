-- The watermarks of the computation.
SELECT name, position, person_id
FROM compliance_progress FINAL
