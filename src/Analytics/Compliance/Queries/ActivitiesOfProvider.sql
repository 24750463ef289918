-- What a platform's activities are registered as, those of today first.
SELECT
  activity_iri, title, toString(form) AS form, toDecimal64(jp, 2) AS jp, toDecimal64(units, 2) AS units,
  toBool(level = 'INTERNATIONAL') AS is_international, competencies, valid_from, valid_to
FROM activities FINAL
WHERE provider = {provider:String}
ORDER BY title, activity_iri, valid_from
LIMIT {limit:UInt32}
