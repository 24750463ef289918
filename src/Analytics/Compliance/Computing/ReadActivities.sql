-- The activity registry.
SELECT activity_iri, title, toString(provider), toString(form),
  CAST(jp AS Nullable(Decimal(18, 2))), CAST(units AS Nullable(Decimal(18, 2))), toString(level) = 'INTERNATIONAL',
  CAST(competencies AS Array(String)), valid_from, valid_to
FROM activities FINAL
