-- Claims of forms whose JP a verifier enters and nobody has yet, of one agency or of all, after a cursor; the oldest first.
SELECT
  claims.date AS date, toString(person_id) AS person_id, toString(claims.statement_id) AS statement_id, toString(agency_code) AS agency_code,
  claims.activity_iri AS activity_iri, claims.title AS title, toString(claims.provider) AS provider, toString(claims.form) AS form,
  toString(claims.level) AS level, claims.claimed_jp AS claimed_jp
FROM agency_people FINAL
ARRAY JOIN claims
WHERE ({agency:String} = '' OR agency_people.agency_code = {agency:String}) AND ({year:UInt16} = 0 OR year = {year:UInt16})
  AND (claims.date, toString(agency_people.person_id), toString(claims.statement_id)) > ({date:Date32}, {person:String}, {statement:String})
ORDER BY date, person_id, statement_id
LIMIT {limit:UInt32}
