-- The stored rows of these activities, of every span of days, each as it was imported last.
SELECT activity_iri, title, provider, form, jp, units, level, competencies, valid_from, valid_to
FROM activities
WHERE activity_iri IN (SELECT key FROM keys)
ORDER BY imported_at DESC
LIMIT 1 BY activity_iri, ifNull(valid_from, toDate32('1900-01-01'))
