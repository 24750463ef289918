-- Activities by part of their IRI or title, and by platform, a page at a time.
SELECT activity_iri, title, provider, form, jp, units, level, competencies, valid_from, valid_to
FROM activities FINAL
WHERE (activity_iri, ifNull(valid_from, toDate32('1900-01-01'))) > ({afterIri:String}, {afterFrom:Date32})
  AND ({text:String} = '' OR positionCaseInsensitiveUTF8(activity_iri, {text:String}) > 0 OR positionCaseInsensitiveUTF8(title, {text:String}) > 0)
  AND ({provider:String} = '' OR provider = {provider:String})
ORDER BY activity_iri, ifNull(valid_from, toDate32('1900-01-01'))
LIMIT {limit:UInt32}
