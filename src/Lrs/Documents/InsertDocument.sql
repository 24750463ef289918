-- Keeps a document where there is none; where there is one, changes nothing.
INSERT INTO documents
  (key, context, resource, provider, activity_id, agent, registration, id, content_type, contents, etag, updated_at)
VALUES
  (@Key, @Context, @Resource, @Provider, @ActivityId, @Agent, @Registration, @Id, @ContentType, @Contents, @ETag, @UpdatedAt)
ON CONFLICT (key) DO NOTHING
