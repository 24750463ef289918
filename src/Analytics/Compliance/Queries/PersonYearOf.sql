-- One person's computed year; computed when the row was, or everyone and the row stayed.
SELECT
  toString(agency_code) AS agency_code, toString(employment_type) AS employment_type, toString(status) AS status, min_jp, max_jp,
  toString(requirement_rule) AS requirement_rule, target_jp, target_met, claimed_jp, converted_jp, counted_jp,
  CAST(
    arrayZip(
      credits.statement_id, credits.activity_iri, credits.title, credits.provider, credits.form, credits.level, credits.date,
      arrayMap(moment -> toUnixTimestamp64Micro(moment), credits.timestamp), credits.claimed_jp, credits.converted_jp, credits.counted_jp,
      credits.reductions),
    'Array(Tuple(statement_id UUID, activity_iri String, title String, provider String, form String, level String, date Date32, timestamp Int64,
      claimed_jp Decimal(18, 4), converted_jp Decimal(12, 1), counted_jp Decimal(12, 1), reductions Array(Tuple(rule String, jp Decimal(18, 4)))))')
    AS credits,
  CAST(arrayZip(covered.competency, covered.date), 'Array(Tuple(code String, date Date32))') AS covered,
  toUnixTimestamp64Micro(greatest(computed_at, (SELECT max(position) FROM compliance_progress WHERE name = 'everyone'))) AS computed_at
FROM person_years FINAL
WHERE person_id = {person:UUID} AND year = {year:UInt16}
