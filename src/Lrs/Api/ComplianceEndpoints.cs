using Analytics;
using Analytics.Compliance;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>Compliance of a person, an agency and the nation.</summary>
internal static class ComplianceEndpoints
{
    private const string Transcript = "transcript";
    private const string PeopleList = "people list";
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    public static WebApplication MapCompliance(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter(StoreAway.AnswerAsync);
        MapFigures(api.MapGroup("").WithTags("Compliance"));
        ProgressEndpoints.Map(api.MapGroup("").WithTags("Compliance"));
        UnresolvedEndpoints.Map(api);
        OwnUnresolvedEndpoints.Map(api);
        ManualClaimsEndpoints.Map(api);
        SuspiciousEndpoints.Map(api);
        RulePacksEndpoints.Map(api);
        return app;
    }

    private static void MapFigures(IEndpointRouteBuilder api)
    {
        api.MapGet("/people/{personId:guid}/compliance", PersonAsync).RequireAuthorization(AccessPolicies.SeeRecords);
        api.MapGet("/agencies/{code}/compliance", AgencyAsync).RequireAuthorization(AccessPolicies.SeePeople);
        api.MapGet("/agencies/{code}/people", PeopleAsync).RequireAuthorization(AccessPolicies.SeePeople);
        api.MapGet("/compliance", NationAsync).RequireAuthorization(AccessPolicies.Administer);
    }

    private static async Task<Results<Ok<PersonCompliance>, ProblemHttpResult>> PersonAsync(
        Guid personId, HttpContext context, ComplianceQueries queries, RecordReads reads, TimeProvider clock, CancellationToken cancellation, int? year = null)
    {
        if (!TryYear(year, clock, out var of))
            return NoYear();
        // A person of another agency is as unknown as nobody: ids must not tell whether they are somebody's.
        if (await queries.PersonAsync(personId, of, cancellation) is not { } person || !context.Caller().MaySeeRecord(personId, person.AgencyCode))
            return NotFound("No person has this id.");
        await reads.WriteAsync(context.Caller(), new RecordRead(personId, person.AgencyCode), Transcript, cancellation);
        return TypedResults.Ok(person);
    }

    private static async Task<Results<Ok<AgencyCompliance>, ForbidHttpResult, ProblemHttpResult>> AgencyAsync(
        string code, HttpContext context, ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null)
    {
        if (!TryYear(year, clock, out var of))
            return NoYear();
        if (!context.Caller().MaySeeAgency(code))
            return TypedResults.Forbid();
        return await queries.AgencyAsync(code, of, cancellation) is { } agency ? TypedResults.Ok(agency) : NoAgency();
    }

    private static async Task<Results<Ok<AgencyPeoplePage>, ForbidHttpResult, ProblemHttpResult>> PeopleAsync(
        string code, HttpContext context, ComplianceQueries queries, RecordReads reads, TimeProvider clock, CancellationToken cancellation,
        int? year = null, string status = "", string search = "", string unit = "", string employmentType = "", string positionGroup = "",
        int limit = 50, string? cursor = null)
    {
        if (!TryYear(year, clock, out var of))
            return NoYear();
        if (status is not ("" or "MET" or "UNMET" or "EXEMPT" or "NOT_REQUIRED"))
            return Refused("\"status\" is MET, UNMET, EXEMPT or NOT_REQUIRED, or left out.");
        if (!context.Caller().MaySeeAgency(code))
            return TypedResults.Forbid();
        var page = await queries.PeopleAsync(
            new AgencyPeopleQuery(code, of, status, search, unit, employmentType, positionGroup, limit, cursor), cancellation);
        await reads.WriteAsync(context.Caller(), [.. page.People.Select(person => new RecordRead(person.PersonId, code))], PeopleList, cancellation);
        return TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<NationCompliance>, ProblemHttpResult>> NationAsync(
        ComplianceQueries queries, TimeProvider clock, CancellationToken cancellation, int? year = null) =>
        TryYear(year, clock, out var of) ? TypedResults.Ok(await queries.NationAsync(of, cancellation)) : NoYear();

    internal static bool TryYear(int? asked, TimeProvider clock, out int year)
    {
        year = asked ?? Wib.Today(clock).Year;
        return year is >= FirstYear and <= LastYear;
    }

    internal static ProblemHttpResult NoYear() => Refused($"\"year\" has to be a year from {FirstYear} to {LastYear}.");

    internal static ProblemHttpResult NoAgency() => NotFound("No agency has this code.");

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Refused");

    private static ProblemHttpResult NotFound(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
