-- Every statement that another one refers to.
SELECT DISTINCT object_id
FROM statements
WHERE object_kind = 'StatementRef' AND stored <= {through:DateTime64(6, 'UTC')}
