-- The ids in a context and when each was last changed, after a moment; an empty registration means any and none.
SELECT id, max(updated_at) AS updated_at
FROM documents
WHERE context = @context AND (@registration = '' OR registration = @registration) AND updated_at > @since
GROUP BY id
ORDER BY id
