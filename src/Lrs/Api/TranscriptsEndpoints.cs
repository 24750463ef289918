using System.Globalization;
using Analytics.Compliance.Transcript;
using Jobs.Reports;
using Jobs.Transcripts;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Lrs.Api;

/// <summary>A person's transcript with every cut explained, on the screen and on paper, and the public check of what is on paper.</summary>
internal static class TranscriptsEndpoints
{
    public static WebApplication MapTranscripts(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter(StoreAway.AnswerAsync).WithTags("Transcripts");
        api.MapGet("/people/{personId:guid}/transcript", ReadAsync).RequireAuthorization(AccessPolicies.SeeRecords);
        api.MapGet("/people/{personId:guid}/transcript.pdf", PrintAsync).RequireAuthorization(AccessPolicies.SeeRecords);
        // For whoever holds a printed transcript: the code, which nobody can guess, is what lets them in.
        api.MapGet("/verifications/{code}", VerifyAsync).AllowAnonymous();
        return app;
    }

    private static async Task<Results<Ok<PersonTranscript>, ProblemHttpResult>> ReadAsync(
        Guid personId, HttpContext context, Transcripts transcripts, RecordReads reads, TimeProvider clock, CancellationToken cancellation, int? year = null)
    {
        if (!ComplianceEndpoints.TryYear(year, clock, out var of))
            return ComplianceEndpoints.NoYear();
        if (await FindAsync(personId, of, context, transcripts, cancellation) is not { } transcript)
            return NotFound("No person has this id.");
        await reads.WriteAsync(context.Caller(), new RecordRead(personId, transcript.AgencyCode), "transcript", cancellation);
        return TypedResults.Ok(transcript);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PrintAsync(
        Guid personId, HttpContext context, Transcripts transcripts, IssuedTranscripts issued, RecordReads reads, IOptions<ReportsOptions> options,
        TimeProvider clock, CancellationToken cancellation, int? year = null)
    {
        if (!ComplianceEndpoints.TryYear(year, clock, out var of))
            return ComplianceEndpoints.NoYear();
        if (await FindAsync(personId, of, context, transcripts, cancellation) is not { } transcript)
            return NotFound("No person has this id.");
        await reads.WriteAsync(context.Caller(), new RecordRead(personId, transcript.AgencyCode), "printed transcript", cancellation);
        var address = options.Value.PublicAddress ?? $"{context.Request.Scheme}://{context.Request.Host}";
        var pdf = await issued.IssueAsync(transcript, address.TrimEnd('/'), context.Caller().AuthorityKey, cancellation);
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(pdf, ReportNames.ContentType(ReportFormat.Pdf), FileName(transcript));
    }

    private static async Task<Results<Ok<VerificationAnswer>, ProblemHttpResult>> VerifyAsync(
        string code, HttpContext context, IssuedTranscripts issued, Transcripts transcripts, RecordReads reads, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!VerificationCode.TryParse(code, out var kept) || await issued.FindAsync(kept, cancellation) is not { } transcript)
            return NotFound("No transcript was issued with this code. A code has 20 letters and digits, in four groups of five.");
        await reads.WritePublicAsync(transcript.PersonId, "verification", cancellation);
        var now = await transcripts.ReadAsync(transcript.PersonId, transcript.Year, cancellation);
        return TypedResults.Ok(VerificationAnswer.Of(transcript, now is not null && IssuedTranscripts.FiguresOf(now) == transcript.FiguresSha256));
    }

    // A person of another agency is as unknown as nobody: ids must not tell whether they are somebody's.
    private static async Task<PersonTranscript?> FindAsync(
        Guid personId, int year, HttpContext context, Transcripts transcripts, CancellationToken cancellation) =>
        await transcripts.ReadAsync(personId, year, cancellation) is { } transcript && context.Caller().MaySeeRecord(personId, transcript.AgencyCode)
            ? transcript
            : null;

    private static string FileName(PersonTranscript transcript) => string.Create(
        CultureInfo.InvariantCulture, $"transkrip-{transcript.Name.Split(',')[0].Trim().Replace(' ', '-')}-{transcript.Year}.pdf");

    private static ProblemHttpResult NotFound(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");
}

/// <summary>What a printed transcript said, for whoever holds it. It names nobody.</summary>
/// <param name="Initials">Of the name on it.</param>
/// <param name="MinJp">What was asked; null where nothing was.</param>
/// <param name="Unchanged">Whether a transcript printed now would say the same.</param>
/// <param name="PdfSha256">Of the file as it was issued: a copy with another one was altered.</param>
internal sealed record VerificationAnswer(
    string Code, string Initials, string AgencyName, string EmploymentType, int Year, decimal CountedJp, decimal? MinJp, string Status,
    DateTimeOffset IssuedAt, bool Unchanged, string PdfSha256)
{
    public static VerificationAnswer Of(IssuedTranscript issued, bool unchanged) => new(
        issued.Code, issued.Initials, issued.AgencyName, issued.EmploymentType, issued.Year, issued.CountedJp, issued.MinJp, issued.Status,
        issued.IssuedAt, unchanged, issued.PdfSha256);
}
