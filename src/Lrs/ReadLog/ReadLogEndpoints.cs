using Analytics.Intake;
using Lrs.Api;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.ReadLog;

/// <summary>Who looked at whose record, when and why: LAN everybody's, an agency its own people's.</summary>
internal static class ReadLogEndpoints
{
    private const int DefaultDays = 30;
    private const int DefaultPage = 50;
    private const int MaxPerPage = 200;

    public static IServiceCollection AddReadLog(this IServiceCollection services) => services.AddSingleton<ReadLogReader>();

    public static WebApplication MapReadLog(this WebApplication app)
    {
        app.MapGroup("/api/v1").AddEndpointFilter(StoreAway.AnswerAsync).MapGet("/record-reads", ListAsync)
            .RequireAuthorization(AccessPolicies.SeePeople).WithTags("Access log");
        return app;
    }

    private static async Task<Results<Ok<ReadLogPage>, ForbidHttpResult, ProblemHttpResult>> ListAsync(
        HttpContext context, ReadLogReader log, TimeProvider clock, CancellationToken cancellation, DateOnly? from = null, DateOnly? to = null,
        string? agency = null, Guid? personId = null, string caller = "", string purpose = "", int limit = DefaultPage, string cursor = "")
    {
        var asking = context.Caller();
        var code = agency ?? (asking.Role == Role.Lan ? "" : asking.AgencyCode ?? "");
        // Of every agency only LAN: no agency has the empty code.
        if (asking.Role != Role.Lan && (code.Length == 0 || !asking.MaySeeAgency(code)))
            return TypedResults.Forbid();
        var last = to ?? IntakeQueries.DayOf(clock.GetUtcNow());
        var first = from ?? last.AddDays(1 - DefaultDays);
        if (first > last || first.Year < 2000 || last.Year >= 2200)
            return TypedResults.Problem(
                "\"from\" and \"to\" have to be days (2026-03-14), in this order.", statusCode: StatusCodes.Status400BadRequest, title: "Refused");
        var query = new ReadLogQuery(
            StartOf(first), StartOf(last.AddDays(1)), code, personId, caller.Trim(), purpose, Math.Clamp(limit, 1, MaxPerPage),
            ReadLogQuery.ParseCursor(cursor));
        return TypedResults.Ok(await log.ReadAsync(query, cancellation));
    }

    // A day of WIB, as everywhere in the answers.
    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.FromHours(7));
}
