-- Which of these statement ids are stored, and what equal statements share.
SELECT id, fingerprint
FROM statements
WHERE id IN (SELECT key FROM ids)
