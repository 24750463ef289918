using Analytics.Compliance;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>Compliance of a person, an agency and the nation, and what could not be counted for want of a mapping.</summary>
internal static class ComplianceEndpoints
{
    private const string Transcript = "transcript";
    private const string PeopleList = "people list";
    private const string UnresolvedList = "unresolved people";
    private const int FirstYear = 2000;
    private const int LastYear = 2199;
    private const int MaxUnresolved = 1_000;

    public static WebApplication MapCompliance(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter(StoreAway.AnswerAsync).WithTags("Compliance");
        api.MapGet("/people/{personId:guid}/compliance", PersonAsync).RequireAuthorization(AccessPolicies.SeePeople);
        api.MapGet("/agencies/{code}/compliance", AgencyAsync).RequireAuthorization(AccessPolicies.SeePeople);
        api.MapGet("/agencies/{code}/people", PeopleAsync).RequireAuthorization(AccessPolicies.SeePeople);
        api.MapGet("/compliance", NationAsync).RequireAuthorization(AccessPolicies.Administer);
        api.MapGet("/unresolved/people", UnresolvedPeopleAsync).RequireAuthorization(AccessPolicies.SeeProviders);
        api.MapGet("/unresolved/activities", UnresolvedActivitiesAsync).RequireAuthorization(AccessPolicies.SeeProviders);
        return app;
    }

    private static async Task<Results<Ok<PersonCompliance>, ProblemHttpResult>> PersonAsync(
        Guid personId, HttpContext context, ComplianceQueries queries, RecordReads reads, TimeProvider clock, CancellationToken cancellation, int? year = null)
    {
        if (!TryYear(year, clock, out var of))
            return NoYear();
        // A person of another agency is as unknown as nobody: ids must not tell whether they are somebody's.
        if (await queries.PersonAsync(personId, of, cancellation) is not { } person || !context.Caller().MaySeeAgency(person.AgencyCode))
            return NotFound("No person has this id.");
        await reads.WriteAsync(context.Caller(), personId, Transcript, cancellation);
        return TypedResults.Ok(person);
    }

    private static async Task<Results<Ok<AgencyCompliance>, ForbidHttpResult, ProblemHttpResult>> AgencyAsync(
        string code, HttpContext context, ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null)
    {
        if (!TryYear(year, clock, out var of))
            return NoYear();
        if (!context.Caller().MaySeeAgency(code))
            return TypedResults.Forbid();
        return await queries.AgencyAsync(code, of, cancellation) is { } agency ? TypedResults.Ok(agency) : NotFound("No agency has this code.");
    }

    private static async Task<Results<Ok<AgencyPeoplePage>, ForbidHttpResult, ProblemHttpResult>> PeopleAsync(
        string code, HttpContext context, ComplianceQueries queries, RecordReads reads, TimeProvider clock, CancellationToken cancellation,
        int? year = null, string status = "", string search = "", int limit = 50, string? cursor = null)
    {
        if (!TryYear(year, clock, out var of))
            return NoYear();
        if (status is not ("" or "MET" or "UNMET" or "EXEMPT" or "NOT_REQUIRED"))
            return Refused("\"status\" is MET, UNMET, EXEMPT or NOT_REQUIRED, or left out.");
        if (!context.Caller().MaySeeAgency(code))
            return TypedResults.Forbid();
        var page = await queries.PeopleAsync(new AgencyPeopleQuery(code, of, status, search, limit, cursor), cancellation);
        await reads.WriteAsync(context.Caller(), [.. page.People.Select(person => person.PersonId)], PeopleList, cancellation);
        return TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<NationCompliance>, ProblemHttpResult>> NationAsync(
        ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null) =>
        TryYear(year, clock, out var of) ? TypedResults.Ok(await queries.NationAsync(of, cancellation)) : NoYear();

    // Identifiers of learners are personal data: a platform knows its own, LAN needs them for the mapping.
    private static async Task<Ok<IReadOnlyList<UnresolvedPeople>>> UnresolvedPeopleAsync(
        HttpContext context, UnresolvedQueries queries, RecordReads reads, CancellationToken cancellation)
    {
        await reads.WriteAsync(context.Caller(), Guid.Empty, UnresolvedList, cancellation);
        return TypedResults.Ok(await queries.PeopleAsync(ProviderOf(context), MaxUnresolved, cancellation));
    }

    private static async Task<Ok<IReadOnlyList<UnresolvedActivity>>> UnresolvedActivitiesAsync(
        HttpContext context, UnresolvedQueries queries, CancellationToken cancellation) =>
        TypedResults.Ok(await queries.ActivitiesAsync(ProviderOf(context), MaxUnresolved, cancellation));

    private static string ProviderOf(HttpContext context) => context.Caller().Role == Role.Lan ? "" : context.Caller().Provider;

    internal static bool TryYear(int? asked, TimeProvider clock, out int year)
    {
        year = asked ?? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Jobs.Timetable.Wib).Year;
        return year is >= FirstYear and <= LastYear;
    }

    internal static ProblemHttpResult NoYear() => Refused($"\"year\" has to be a year from {FirstYear} to {LastYear}.");

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Refused");

    private static ProblemHttpResult NotFound(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
