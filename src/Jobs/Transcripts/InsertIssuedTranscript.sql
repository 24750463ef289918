-- Remembers a printed transcript by its code.
INSERT INTO issued_transcripts
  (code, person_id, year, initials, agency_name, employment_type, counted_jp, min_jp, status, figures_sha256, pdf_sha256, issued_at, issued_by)
VALUES
  (@Code, @PersonId, @Year, @Initials, @AgencyName, @EmploymentType, @CountedJp, @MinJp, @Status, @FiguresSha256, @PdfSha256, @IssuedAt, @IssuedBy)
