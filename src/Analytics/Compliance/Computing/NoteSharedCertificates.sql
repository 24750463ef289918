-- Notes the certificates that several learners name: of those named in a span of `stored`, or of all.
INSERT INTO shared_certificates (certificate_number)
SELECT certificate_number
FROM certificate_claims
WHERE {all:Bool} OR certificate_number IN
(
  SELECT certificate_number
  FROM statements
  WHERE NOT {all:Bool} AND stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')} AND certificate_number != ''
)
GROUP BY certificate_number
HAVING min(learner) != max(learner)
SETTINGS optimize_aggregation_in_order = 1
