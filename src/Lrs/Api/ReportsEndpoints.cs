using Jobs;
using Jobs.MakeAgencyReports;
using Jobs.Reports;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>The agencies' reports: list, download, make one now. An agency sees its own.</summary>
internal static class ReportsEndpoints
{
    private const string JobName = "make-agency-reports";
    private const int FirstYear = 2000;

    public static WebApplication MapReports(this WebApplication app)
    {
        var reports = app.MapGroup("/api/v1/reports").RequireAuthorization(AccessPolicies.SeePeople).WithTags("Reports");
        reports.MapGet("", ListAsync);
        reports.MapPost("", MakeAsync);
        reports.MapGet("/{id:guid}/file", DownloadAsync);
        ReportSchedulesEndpoints.Map(app);
        return app;
    }

    private static async Task<Results<Ok<ReportAnswer[]>, ForbidHttpResult>> ListAsync(
        AgencyReports reports, HttpContext context, CancellationToken cancellationToken, string? agency = null, int? year = null)
    {
        var caller = context.Caller();
        var code = agency ?? caller.AgencyCode;
        if (code is not null && !caller.MaySeeAgency(code))
            return TypedResults.Forbid();
        var list = await reports.ListAsync(code, year, cancellationToken);
        return TypedResults.Ok(list.Select(ReportAnswer.Of).ToArray());
    }

    private static async Task<Results<Accepted<StartedRunAnswer>, Ok<JobRunAnswer>, ForbidHttpResult, ProblemHttpResult>> MakeAsync(
        NewReport request, AgencyReports reports, JobRunner runner, TimeProvider clock, HttpContext context,
        CancellationToken cancellationToken, bool wait = false)
    {
        var agencyCode = request.AgencyCode ?? context.Caller().AgencyCode;
        if (agencyCode is not null && !context.Caller().MaySeeAgency(agencyCode))
            return TypedResults.Forbid();
        var thisYear = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Timetable.Wib).Year;
        if (request.Year is not { } year || year < FirstYear || year > thisYear)
            return Refused($"\"year\" has to be a year from {FirstYear} to {thisYear}.");
        if (agencyCode is null || !(await reports.AgencyCodesAsync(cancellationToken)).Contains(agencyCode))
            return Refused("\"agencyCode\" is missing or no agency has it.");

        var started = runner.RunNow(JobName, new AgencyReportRequest(agencyCode, year))!;
        if (wait)
            return TypedResults.Ok(JobRunAnswer.Of(await started.Completion.WaitAsync(cancellationToken)));
        return TypedResults.Accepted($"/api/v1/reports?agency={Uri.EscapeDataString(agencyCode)}&year={year}", new StartedRunAnswer(started.Id));
    }

    private static async Task<Results<FileStreamHttpResult, ForbidHttpResult, NotFound>> DownloadAsync(
        Guid id, AgencyReports reports, RecordReads reads, HttpContext context, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(id, cancellationToken) is not { } report)
            return TypedResults.NotFound();
        if (!context.Caller().MaySeeAgency(report.AgencyCode))
            return TypedResults.Forbid();
        if (reports.OpenFile(report) is not { } file)
            return TypedResults.NotFound();
        // One line for all who stand in the report: the report, which never changes, says who they are.
        await reads.WriteAsync(context.Caller(), Guid.Empty, $"report {report.Id}", cancellationToken);
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(file, "text/csv; charset=utf-8; header=present", report.FileName);
    }

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The report was not made");
}

internal sealed record NewReport(string? AgencyCode, int? Year);

internal sealed record ReportAnswer(
    Guid Id, string AgencyCode, int Year, string Kind, string Format, string FileName, long Bytes, string Sha256, DateTimeOffset CreatedAt)
{
    public static ReportAnswer Of(Report report) => new(
        report.Id, report.AgencyCode, report.Year, report.Kind, report.Format, report.FileName, report.Bytes, report.Sha256, report.CreatedAt);
}
