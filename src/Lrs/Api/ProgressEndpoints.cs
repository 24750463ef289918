using Analytics.Compliance;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>How a year goes in the nation and in an agency: day by day, month by month, by unit and by position group.</summary>
internal static class ProgressEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var nation = api.MapGroup("/compliance").RequireAuthorization(AccessPolicies.Administer);
        nation.MapGet("/days", NationDaysAsync);
        nation.MapGet("/months", MonthsAsync);
        nation.MapGet("/position-groups", NationPositionGroupsAsync);

        var agency = api.MapGroup("/agencies/{code}").RequireAuthorization(AccessPolicies.SeePeople);
        agency.MapGet("/compliance/days", DaysAsync);
        agency.MapGet("/compliance/units", UnitsAsync);
        agency.MapGet("/compliance/position-groups", PositionGroupsAsync);
    }

    private static async Task<Results<Ok<YearInDays>, ForbidHttpResult, ProblemHttpResult>> NationDaysAsync(
        HttpContext context, ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null) =>
        await AnswerAsync("", year, context, clock, of => queries.DaysAsync("", of, cancellation));

    private static async Task<Results<Ok<YearInMonths>, ForbidHttpResult, ProblemHttpResult>> MonthsAsync(
        HttpContext context, ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null) =>
        await AnswerAsync<YearInMonths>("", year, context, clock, async of => await queries.MonthsAsync(of, cancellation));

    private static async Task<Results<Ok<IReadOnlyList<GroupTotals>>, ForbidHttpResult, ProblemHttpResult>> NationPositionGroupsAsync(
        HttpContext context, ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null) =>
        await AnswerAsync("", year, context, clock, of => queries.PositionGroupsAsync("", of, cancellation));

    private static async Task<Results<Ok<YearInDays>, ForbidHttpResult, ProblemHttpResult>> DaysAsync(
        string code, HttpContext context, ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null) =>
        await AnswerAsync(code, year, context, clock, of => queries.DaysAsync(code, of, cancellation));

    private static async Task<Results<Ok<IReadOnlyList<GroupTotals>>, ForbidHttpResult, ProblemHttpResult>> UnitsAsync(
        string code, HttpContext context, ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null) =>
        await AnswerAsync(code, year, context, clock, of => queries.UnitsAsync(code, of, cancellation));

    private static async Task<Results<Ok<IReadOnlyList<GroupTotals>>, ForbidHttpResult, ProblemHttpResult>> PositionGroupsAsync(
        string code, HttpContext context, ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null) =>
        await AnswerAsync(code, year, context, clock, of => queries.PositionGroupsAsync(code, of, cancellation));

    private static async Task<Results<Ok<T>, ForbidHttpResult, ProblemHttpResult>> AnswerAsync<T>(
        string agencyCode, int? year, HttpContext context, TimeProvider clock, Func<int, Task<T?>> read)
        where T : class
    {
        if (!ComplianceEndpoints.TryYear(year, clock, out var of))
            return ComplianceEndpoints.NoYear();
        // LAN sees the nation, whose code is "", as it sees any agency.
        if (!context.Caller().MaySeeAgency(agencyCode))
            return TypedResults.Forbid();
        return await read(of) is { } answer ? TypedResults.Ok(answer) : ComplianceEndpoints.NoAgency();
    }
}
