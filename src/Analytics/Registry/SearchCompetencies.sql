-- The competencies by part of their code, family or name.
SELECT code, family, name
FROM competencies FINAL
WHERE {text:String} = '' OR positionCaseInsensitiveUTF8(concat(code, ' ', family, ' ', name), {text:String}) > 0
ORDER BY code
LIMIT {limit:UInt32}
