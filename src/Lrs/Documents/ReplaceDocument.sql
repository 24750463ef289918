-- Replaces a document; where it is no longer the one that was read, changes nothing.
UPDATE documents
SET content_type = @ContentType, contents = @Contents, etag = @ETag, updated_at = @UpdatedAt
WHERE key = @Key AND etag = @ReadETag AND content_type = @ReadContentType
