using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.ClickHouse;
using Analytics.Compliance.Transcript;
using Analytics.Relational;

namespace Jobs.Transcripts;

/// <summary>Prints transcripts, and remembers what each said, so that whoever holds one can ask whether it is genuine and still true.</summary>
public sealed class IssuedTranscripts(RelationalStore store, TimeProvider clock)
{
    private static readonly string Insert = EmbeddedSql.Load<IssuedTranscripts>("InsertIssuedTranscript");

    /// <summary>The printed transcript. When this returns, its code is known.</summary>
    /// <param name="publicAddress">Under which its reader reaches the pages, without a slash at the end.</param>
    /// <param name="issuedBy">Who asked for it, as in the access log.</param>
    public async Task<byte[]> IssueAsync(PersonTranscript transcript, string publicAddress, string issuedBy, CancellationToken cancellationToken)
    {
        var (code, now) = (VerificationCode.New(), clock.GetUtcNow());
        var pdf = TranscriptPdf.Write(transcript, code, publicAddress, now);
        await store.WriteAsync(
            Insert,
            new
            {
                Code = code,
                transcript.PersonId,
                transcript.Year,
                Initials = InitialsOf(transcript.Name),
                transcript.AgencyName,
                transcript.EmploymentType,
                CountedJp = Text(transcript.CountedJp),
                MinJp = transcript.Requirement.MinJp is { } least ? Text(least) : null,
                transcript.Status,
                FiguresSha256 = FiguresOf(transcript),
                PdfSha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)),
                IssuedAt = now,
                IssuedBy = issuedBy,
            },
            cancellationToken);
        return pdf;
    }

    public Task<IssuedTranscript?> FindAsync(string code, CancellationToken cancellationToken) =>
        store.ReadOneAsync<IssuedTranscript>("SELECT * FROM issued_transcripts WHERE code = @code", new { code }, cancellationToken);

    /// <summary>A hash of everything on a transcript that may change what somebody concludes from it.</summary>
    public static string FiguresOf(PersonTranscript transcript)
    {
        var figures = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{transcript.Name}|{transcript.AgencyCode}|{transcript.EmploymentType}|{transcript.Year}|")
            .Append(CultureInfo.InvariantCulture, $"{transcript.Status}|{transcript.Requirement.MinJp}|{transcript.ClaimedJp}|{transcript.CountedJp}\n");
        foreach (var credit in transcript.Credits.OrderBy(credit => credit.StatementId))
            figures.Append(CultureInfo.InvariantCulture, $"{credit.StatementId}|{credit.ClaimedJp}|{credit.ConvertedJp}|{credit.CountedJp}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figures.ToString())));
    }

    /// <summary>
    /// Enough to see that a paper and its code belong together, too little to tell who it is. Titles behind the name (", S.H.") are left out.
    /// </summary>
    public static string InitialsOf(string name) => string.Join(' ', name.Split(',')[0]
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.EnumerateRunes().FirstOrDefault(Rune.IsLetter))
        .Where(letter => letter != default)
        .Select(letter => $"{Rune.ToUpperInvariant(letter)}."));

    private static string Text(decimal jp) => jp.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a printed transcript said. It names nobody.</summary>
public sealed record IssuedTranscript
{
    public string Code { get; init; } = "";

    public Guid PersonId { get; init; }

    public int Year { get; init; }

    public string Initials { get; init; } = "";

    public string AgencyName { get; init; } = "";

    public string EmploymentType { get; init; } = "";

    public decimal CountedJp { get; init; }

    public decimal? MinJp { get; init; }

    public string Status { get; init; } = "";

    public string FiguresSha256 { get; init; } = "";

    public string PdfSha256 { get; init; } = "";

    public DateTimeOffset IssuedAt { get; init; }
}
