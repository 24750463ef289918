using Analytics;
using Jobs;
using Jobs.MakeReports;
using Jobs.Reports;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>Reports: list, download, make one now. An agency sees its own, a platform its own delivery, LAN all.</summary>
internal static class ReportsEndpoints
{
    private const int MaxProviderLength = 200;

    public static WebApplication MapReports(this WebApplication app)
    {
        var reports = app.MapGroup("/api/v1/reports").AddEndpointFilter(StoreAway.AnswerAsync)
            .RequireAuthorization(AccessPolicies.SeeReports).WithTags("Reports");
        reports.MapGet("", ListAsync);
        reports.MapPost("", MakeAsync);
        reports.MapGet("/{id:guid}/file", DownloadAsync);
        ReportSchedulesEndpoints.Map(app);
        return app;
    }

    private static async Task<Results<Ok<ReportAnswer[]>, ForbidHttpResult>> ListAsync(
        KeptReports reports, HttpContext context, CancellationToken cancellationToken, string? agency = null, string? provider = null, string? kind = null, int? year = null)
    {
        var caller = context.Caller();
        var (code, platform) = caller.Role == Role.Vendor ? (agency, provider ?? caller.Provider) : (agency ?? caller.AgencyCode, provider);
        // Of whose nothing may be seen is refused, rather than answered by an empty list.
        if (!caller.MaySeeReport(ReportNames.Of(caller.UsualKind()), code ?? "", platform ?? ""))
            return TypedResults.Forbid();
        var list = await reports.ListAsync(code, platform, kind, year, cancellationToken);
        return TypedResults.Ok(list.Where(report => caller.MaySeeReport(report.Kind, report.AgencyCode, report.Provider)).Select(ReportAnswer.Of).ToArray());
    }

    private static async Task<Results<Accepted<StartedRunAnswer>, Ok<JobRunAnswer>, ForbidHttpResult, ProblemHttpResult>> MakeAsync(
        NewReport request, KeptReports reports, JobRunner runner, TimeProvider clock, HttpContext context,
        CancellationToken cancellationToken, bool wait = false)
    {
        var caller = context.Caller();
        if (ReportAccess.TryRead(caller, request.Kind, request.Format, out var kind, out var format) is { } wrong)
            return Refused(wrong);
        var agencyCode = kind.IsOfAgency() ? request.AgencyCode ?? caller.AgencyCode : null;
        var provider = kind == ReportKind.Delivery ? request.Provider ?? (caller.Role == Role.Vendor ? caller.Provider : null) : null;
        var isWhole = kind == ReportKind.Nation || (agencyCode ?? provider) is not null;
        if ((isWhole || caller.Role == Role.Vendor) && !caller.MaySeeReport(ReportNames.Of(kind), agencyCode ?? "", provider ?? ""))
            return TypedResults.Forbid();
        var thisYear = Wib.Today(clock).Year;
        if (request.Year is not { } year || year < ReportAccess.FirstYear || year > thisYear)
            return Refused($"\"year\" has to be a year from {ReportAccess.FirstYear} to {thisYear}.");
        if (kind.IsOfAgency() && (agencyCode is null || !(await reports.AgencyCodesAsync(cancellationToken)).Contains(agencyCode)))
            return Refused("\"agencyCode\" is missing or no agency has it.");
        if (kind == ReportKind.Delivery && provider is not { Length: > 0 and <= MaxProviderLength })
            return Refused($"\"provider\" is missing or longer than {MaxProviderLength} characters: the platform whose delivery it is.");

        var started = runner.RunNow(MakeReportsJob.Name, new ReportOrder(kind, format, agencyCode ?? "", provider ?? "", year))!;
        if (wait)
            return TypedResults.Ok(JobRunAnswer.Of(await started.Completion.WaitAsync(cancellationToken)));
        var whose = agencyCode is not null ? $"agency={Uri.EscapeDataString(agencyCode)}&" : provider is not null ? $"provider={Uri.EscapeDataString(provider)}&" : "";
        return TypedResults.Accepted($"/api/v1/reports?{whose}year={year}", new StartedRunAnswer(started.Id));
    }

    private static async Task<Results<FileStreamHttpResult, ForbidHttpResult, NotFound>> DownloadAsync(
        Guid id, KeptReports reports, RecordReads reads, HttpContext context, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(id, cancellationToken) is not { } report)
            return TypedResults.NotFound();
        if (!context.Caller().MaySeeReport(report.Kind, report.AgencyCode, report.Provider))
            return TypedResults.Forbid();
        if (!ReportNames.TryParse<ReportFormat>(report.Format, out var format) || reports.OpenFile(report) is not { } file)
            return TypedResults.NotFound();
        // One line for all who stand in the report: the report, which never changes, says who they are.
        await reads.WriteAsync(context.Caller(), new RecordRead(Guid.Empty, report.AgencyCode), $"report {report.Id}", cancellationToken);
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(file, ReportNames.ContentType(format), report.FileName);
    }

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The report was not made");
}

/// <param name="Kind">Left out: compliance; for a platform, delivery.</param>
/// <param name="Format">Left out: csv.</param>
internal sealed record NewReport(string? AgencyCode, int? Year, string? Kind = null, string? Format = null, string? Provider = null);

internal sealed record ReportAnswer(
    Guid Id, string AgencyCode, string? Provider, int Year, string Kind, string Format, string FileName, long Bytes, string Sha256, DateTimeOffset CreatedAt)
{
    public static ReportAnswer Of(Report report) => new(
        report.Id, report.AgencyCode, report.Provider.Length > 0 ? report.Provider : null, report.Year, report.Kind, report.Format, report.FileName,
        report.Bytes, report.Sha256, report.CreatedAt);
}
