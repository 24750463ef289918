-- Copies the statements of a span of `stored` that name a certificate into certificate_claims.
INSERT INTO certificate_claims (certificate_number, learner, timestamp, id, verb, success, completion, provider)
SELECT certificate_number, learner, timestamp, id, verb, success, completion, provider
FROM statements
ARRAY JOIN learners AS learner
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')} AND certificate_number != ''
