-- Copies the targets of the voiding statements of a span of `stored` into voided_statements.
INSERT INTO voided_statements (id)
SELECT voids
FROM statements
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')} AND voids != toUUID('00000000-0000-0000-0000-000000000000')
