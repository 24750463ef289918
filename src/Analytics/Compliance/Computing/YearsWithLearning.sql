-- The years in which a qualifying statement exists anywhere; a year more or less by time zone does no harm, it gives rows without credits.
SELECT DISTINCT arrayJoin([toYear(timestamp, 'Asia/Jakarta'), toYear(timestamp, 'Asia/Jayapura')]) AS year
FROM learner_statements
WHERE verb IN {verbs:Array(String)} AND ifNull(success, true) AND ifNull(completion, true)
ORDER BY year
