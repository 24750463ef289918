-- The computed years of the people named, as they stand.
SELECT
  person_id, year, toString(agency_code), toString(employment_type), toString(status), min_jp, max_jp, toString(requirement_rule), target_jp,
  target_met, claimed_jp, converted_jp, counted_jp,
  CAST(
    arrayZip(
      credits.statement_id, credits.activity_iri, credits.title, credits.provider, credits.form, arrayMap(level -> level = 'INTERNATIONAL', credits.level), credits.date,
      credits.timestamp, credits.claimed_jp, credits.converted_jp, credits.counted_jp, credits.duplicate, credits.reductions),
    'Array(Tuple(UUID, String, String, String, String, Bool, Date32, DateTime64(6, \'UTC\'), Decimal(18, 4), Decimal(12, 1), Decimal(12, 1), Bool,
      Array(Tuple(String, Decimal(18, 4)))))'),
  CAST(arrayZip(covered.competency, covered.date), 'Array(Tuple(String, Date32))')
FROM person_years FINAL
WHERE person_id IN (SELECT key FROM wanted_people)
