-- Keeps a report, unless the newest of the same subject, year, kind and format has the same content.
INSERT INTO reports (id, agency_code, provider, year, kind, format, file_name, bytes, sha256, created_at)
SELECT @Id, @AgencyCode, @Provider, @Year, @Kind, @Format, @FileName, @Bytes, @Sha256, @CreatedAt
WHERE @Sha256 <> coalesce((
  SELECT sha256 FROM reports
  WHERE agency_code = @AgencyCode AND provider = @Provider AND year = @Year AND kind = @Kind AND format = @Format
  ORDER BY created_at DESC, id DESC
  LIMIT 1), '')
