using System.Text.RegularExpressions;
using Jobs.Reports;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>When which report makes itself. An agency sets its own schedules; LAN any, also those of every agency.</summary>
internal static partial class ReportSchedulesEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var schedules = app.MapGroup("/api/v1/report-schedules").RequireAuthorization(AccessPolicies.SeePeople).WithTags("Reports");
        schedules.MapGet("", ListAsync);
        schedules.MapPut("/{id}", SetAsync);
        schedules.MapDelete("/{id}", DeleteAsync);
    }

    private static async Task<Ok<ReportScheduleAnswer[]>> ListAsync(
        ReportSchedules schedules, HttpContext context, CancellationToken cancellationToken)
    {
        var seen = (await schedules.ListAsync(cancellationToken)).Where(schedule => MaySee(context.Caller(), schedule.AgencyCode));
        return TypedResults.Ok(seen.Select(ReportScheduleAnswer.Of).ToArray());
    }

    private static async Task<Results<Ok<ReportScheduleAnswer>, ForbidHttpResult, ProblemHttpResult>> SetAsync(
        string id, NewReportSchedule request, ReportSchedules schedules, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var agencyCode = request.AgencyCode ?? caller.AgencyCode ?? ReportSchedule.EveryAgency;
        if (Check(id, request) is { } wrong)
            return Refused(wrong);
        if (!MaySee(caller, agencyCode) || (await schedules.FindAsync(id, cancellationToken) is { } old && !MaySee(caller, old.AgencyCode)))
            return TypedResults.Forbid();
        var schedule = new ReportSchedule { Id = id, AgencyCode = agencyCode, Cadence = request.Cron!.Trim() };
        return await schedules.SetAsync(schedule, cancellationToken) is { } kept
            ? TypedResults.Ok(ReportScheduleAnswer.Of(kept))
            : Refused($"\"{request.Cron}\" is neither monthly, quarterly, yearly nor a cron expression whose time comes.");
    }

    private static async Task<Results<NoContent, NotFound, ForbidHttpResult>> DeleteAsync(
        string id, ReportSchedules schedules, HttpContext context, CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(id, cancellationToken) is not { } schedule)
            return TypedResults.NotFound();
        if (!MaySee(context.Caller(), schedule.AgencyCode))
            return TypedResults.Forbid();
        await schedules.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    // A schedule of every agency is LAN's: no agency has the empty code.
    private static bool MaySee(Caller caller, string agencyCode) => caller.Role == Role.Lan || caller.MaySeeAgency(agencyCode);

    private static string? Check(string id, NewReportSchedule request)
    {
        if (!ScheduleId().IsMatch(id))
            return "A schedule's id has 1 to 64 lower-case letters, digits and hyphens.";
        if ((request.Kind ?? ReportKinds.Compliance) != ReportKinds.Compliance)
            return $"The kind \"{request.Kind}\" is not known. Known is: {ReportKinds.Compliance}.";
        if ((request.Format ?? ReportKinds.Csv) != ReportKinds.Csv)
            return $"The format \"{request.Format}\" is not known. Known is: {ReportKinds.Csv}.";
        return string.IsNullOrWhiteSpace(request.Cron) ? "\"cron\" is missing: monthly, quarterly, yearly or a cron expression." : null;
    }

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The schedule was not kept");

    [GeneratedRegex("^[a-z0-9-]{1,64}$")]
    private static partial Regex ScheduleId();
}

/// <param name="AgencyCode">LAN may leave it out, or send "": every agency.</param>
internal sealed record NewReportSchedule(string? AgencyCode, string? Kind, string? Cron, string? Format);

internal sealed record ReportScheduleAnswer(string Id, string AgencyCode, string Kind, string Cron, string Format, DateTimeOffset NextRun)
{
    public static ReportScheduleAnswer Of(ReportSchedule schedule) =>
        new(schedule.Id, schedule.AgencyCode, schedule.Kind, schedule.Cadence, schedule.Format, schedule.NextRunAt);
}
