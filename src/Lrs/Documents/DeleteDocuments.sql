-- Removes all documents of a context; an empty registration means any and none.
DELETE FROM documents
WHERE context = @context AND (@registration = '' OR registration = @registration)
