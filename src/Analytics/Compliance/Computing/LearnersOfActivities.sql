-- The learners with a statement about an activity that is named, or that was registered since a moment.
SELECT DISTINCT learner
FROM learner_statements
WHERE object_id IN
(
  SELECT activity_iri FROM activities WHERE imported_at > {registry:DateTime64(6, 'UTC')}
  UNION ALL
  SELECT key FROM wanted_activities
)
