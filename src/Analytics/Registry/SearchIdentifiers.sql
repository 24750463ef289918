-- Identifiers by part of them, or of one person; with whom each names, a page at a time.
SELECT ifi, valid_from, valid_to, person_id
FROM identifiers FINAL
WHERE (ifi, ifNull(valid_from, toDate32('1900-01-01'))) > ({afterIfi:String}, {afterFrom:Date32})
  AND ({person:UUID} = toUUID('00000000-0000-0000-0000-000000000000') OR person_id = {person:UUID})
  AND ({text:String} = '' OR positionCaseInsensitiveUTF8(ifi, {text:String}) > 0)
ORDER BY ifi, ifNull(valid_from, toDate32('1900-01-01'))
LIMIT {limit:UInt32}
