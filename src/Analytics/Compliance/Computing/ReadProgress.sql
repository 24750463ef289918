-- The watermarks of the computation.
SELECT name, position
FROM compliance_progress FINAL
