-- Claims of forms whose JP a verifier enters and nobody has yet, of one agency or of all, after a cursor; the oldest first.
SELECT
  credits.date AS date, toString(person_id) AS person_id, toString(credits.statement_id) AS statement_id, toString(agency_code) AS agency_code,
  credits.activity_iri AS activity_iri, credits.title AS title, toString(credits.provider) AS provider, toString(credits.form) AS form,
  toString(credits.level) AS level, credits.claimed_jp AS claimed_jp
FROM person_years FINAL
ARRAY JOIN credits
WHERE ({agency:String} = '' OR agency_code = {agency:String}) AND ({year:UInt16} = 0 OR year = {year:UInt16})
  AND arrayExists(cut -> cut.rule = 'manual_pending', credits.reductions)
  AND (credits.date, toString(person_id), toString(credits.statement_id)) > ({date:Date32}, {person:String}, {statement:String})
ORDER BY date, person_id, statement_id
LIMIT {limit:UInt32}
