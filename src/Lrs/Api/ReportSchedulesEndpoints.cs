using System.Text.RegularExpressions;
using Analytics;
using Jobs;
using Jobs.MakeReports;
using Jobs.Reports;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>When which report makes itself. An agency sets its own schedules, a platform its own; LAN any, also those of everybody.</summary>
internal static partial class ReportSchedulesEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var schedules = app.MapGroup("/api/v1/report-schedules").RequireAuthorization(AccessPolicies.SeeReports).WithTags("Reports");
        schedules.MapGet("", ListAsync);
        schedules.MapGet("/{id}", FindAsync);
        schedules.MapPut("/{id}", SetAsync);
        schedules.MapDelete("/{id}", DeleteAsync);
        schedules.MapPost("/{id}/runs", RunAsync).AddEndpointFilter(StoreAway.AnswerAsync);
    }

    private static async Task<Ok<ReportScheduleAnswer[]>> ListAsync(
        ReportSchedules schedules, HttpContext context, CancellationToken cancellationToken)
    {
        var seen = (await schedules.ListAsync(cancellationToken)).Where(schedule => MaySee(context.Caller(), schedule));
        return TypedResults.Ok(seen.Select(ReportScheduleAnswer.Of).ToArray());
    }

    private static async Task<Results<Ok<ReportScheduleAnswer>, ForbidHttpResult, ProblemHttpResult>> SetAsync(
        string id, NewReportSchedule request, ReportSchedules schedules, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        if (!ScheduleId().IsMatch(id))
            return Refused("A schedule's id has 1 to 64 lower-case letters, digits and hyphens.");
        if (ReportAccess.TryRead(caller, request.Kind, request.Format, out var kind, out var format) is { } wrong)
            return Refused(wrong);
        if (string.IsNullOrWhiteSpace(request.Cron))
            return Refused("\"cron\" is missing: monthly, quarterly, yearly or a cron expression.");
        if (!Timetable.TryParse(request.Cron.Trim(), out _, out var unreadable))
            return Refused($"\"cron\" cannot be read: \"{request.Cron}\": {unreadable}.");
        var schedule = new ReportSchedule
        {
            Id = id,
            AgencyCode = kind.IsOfAgency() ? request.AgencyCode ?? caller.AgencyCode ?? ReportSchedule.EveryAgency : "",
            Provider = kind == ReportKind.Delivery ? request.Provider ?? caller.Provider : "",
            Kind = ReportNames.Of(kind),
            Format = ReportNames.Of(format),
            Cadence = request.Cron.Trim(),
        };
        if (!MaySee(caller, schedule) || (await schedules.FindAsync(id, cancellationToken) is { } old && !MaySee(caller, old)))
            return TypedResults.Forbid();
        return await schedules.SetAsync(schedule, cancellationToken) is { } kept
            ? TypedResults.Ok(ReportScheduleAnswer.Of(kept))
            : Refused($"\"cron\" never comes: \"{request.Cron}\".");
    }

    private static async Task<Results<Ok<ReportScheduleAnswer>, NotFound, ForbidHttpResult>> FindAsync(
        string id, ReportSchedules schedules, HttpContext context, CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(id, cancellationToken) is not { } schedule)
            return TypedResults.NotFound();
        return MaySee(context.Caller(), schedule) ? TypedResults.Ok(ReportScheduleAnswer.Of(schedule)) : TypedResults.Forbid();
    }

    private static async Task<Results<NoContent, NotFound, ForbidHttpResult>> DeleteAsync(
        string id, ReportSchedules schedules, HttpContext context, CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(id, cancellationToken) is not { } schedule)
            return TypedResults.NotFound();
        if (!MaySee(context.Caller(), schedule))
            return TypedResults.Forbid();
        await schedules.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>What the schedule makes, now; its own time stays.</summary>
    private static async Task<Results<Accepted<StartedRunAnswer>, Ok<JobRunAnswer>, NotFound, ForbidHttpResult, ProblemHttpResult>> RunAsync(
        string id, ReportSchedules schedules, JobRunner runner, TimeProvider clock, HttpContext context, CancellationToken cancellationToken,
        int? year = null, bool wait = false)
    {
        if (await schedules.FindAsync(id, cancellationToken) is not { } schedule)
            return TypedResults.NotFound();
        if (!MaySee(context.Caller(), schedule))
            return TypedResults.Forbid();
        var thisYear = Wib.Today(clock).Year;
        if (year is < ReportAccess.FirstYear || year > thisYear)
            return TypedResults.Problem(
                $"\"year\" has to be a year from {ReportAccess.FirstYear} to {thisYear}.", statusCode: StatusCodes.Status400BadRequest,
                title: "The reports were not made");
        var started = runner.RunNow(MakeReportsJob.Name, new ScheduleOrder(schedule, year ?? thisYear))!;
        return wait
            ? TypedResults.Ok(JobRunAnswer.Of(await started.Completion.WaitAsync(cancellationToken)))
            : TypedResults.Accepted("/api/v1/reports", new StartedRunAnswer(started.Id));
    }

    private static bool MaySee(Caller caller, ReportSchedule schedule) =>
        caller.MaySeeReport(schedule.Kind, schedule.AgencyCode, schedule.Provider);

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The schedule was not kept");

    [GeneratedRegex("^[a-z0-9-]{1,64}$")]
    private static partial Regex ScheduleId();
}

/// <param name="AgencyCode">LAN may leave it out, or send "": every agency.</param>
/// <param name="Cron">monthly, quarterly, yearly, or a cron expression; times are WIB.</param>
/// <param name="Provider">Of a delivery; LAN may leave it out: every platform.</param>
internal sealed record NewReportSchedule(string? AgencyCode, string? Kind, string? Cron, string? Format, string? Provider = null);

internal sealed record ReportScheduleAnswer(
    string Id, string AgencyCode, string? Provider, string Kind, string Cron, string Format, DateTimeOffset NextRun)
{
    public static ReportScheduleAnswer Of(ReportSchedule schedule) => new(
        schedule.Id, schedule.AgencyCode, schedule.Provider.Length > 0 ? schedule.Provider : null, schedule.Kind, schedule.Cadence, schedule.Format,
        schedule.NextRunAt);
}
