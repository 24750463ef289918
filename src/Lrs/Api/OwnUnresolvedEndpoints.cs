using Analytics.Compliance;
using Analytics.Registry;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>An agency's own learners whom nobody is known by, and who they are: what they learnt counts from the first statement on.</summary>
internal static class OwnUnresolvedEndpoints
{
    private const string Purpose = "unresolved people";
    private const int MaxListed = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("/agencies/{code}/unresolved").RequireAuthorization(AccessPolicies.SeePeople).WithTags("Unresolved");
        own.MapGet("/people", ListAsync);
        own.MapPost("/people/mappings", MapAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<OwnUnresolvedLearner>>, ForbidHttpResult>> ListAsync(
        string code, HttpContext context, UnresolvedQueries queries, RecordReads reads, CancellationToken cancellation)
    {
        if (!context.Caller().MaySeeAgency(code))
            return TypedResults.Forbid();
        await reads.WriteAsync(context.Caller(), new RecordRead(Guid.Empty, code), Purpose, cancellation);
        return TypedResults.Ok(await queries.OwnPeopleAsync(code, "", MaxListed, cancellation));
    }

    private static async Task<Results<NoContent, ForbidHttpResult, ProblemHttpResult>> MapAsync(
        string code, OwnMapping mapping, HttpContext context, UnresolvedQueries queries, PeopleLookup people, RegistryImport import, RecordReads reads,
        CancellationToken cancellation)
    {
        if (!context.Caller().MaySeeAgency(code))
            return TypedResults.Forbid();
        if (mapping is not { Ifi.Length: > 0, PersonId: { } personId })
            return Refused("\"ifi\" or \"personId\" is missing: the learner as the list has it, and the person they are.");
        // Nobody else's learner and nobody else's person: an agency maps within itself.
        if (await people.NipAsync(personId, code, cancellation) is not { } nip)
            return Refused("\"personId\" is nobody of this agency.");
        if (await queries.OwnPeopleAsync(code, mapping.Ifi, 1, cancellation) is not [var learner])
            return Refused("\"ifi\" is none of this agency's learners whom nobody is known by.");
        await reads.WriteAsync(context.Caller(), new RecordRead(personId, code), "mapping", cancellation);
        var value = learner.Kind == "account" ? learner.Ifi["account:".Length..] : learner.Ifi;
        var row = new Dictionary<string, string>(StringComparer.Ordinal) { ["ifi_kind"] = learner.Kind, ["ifi_value"] = value, ["nip"] = nip };
        return await import.MapAsync(RegistryTable.Identifiers, [row], cancellation) is [{ Outcome: MappingOutcome.Rejected, Reason: { } why }]
            ? Refused(why)
            : TypedResults.NoContent();
    }

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Not mapped");
}

/// <param name="Ifi">The learner, as the list has it.</param>
/// <param name="PersonId">Who it is.</param>
internal sealed record OwnMapping(string? Ifi, Guid? PersonId)
{
    // So that no log can hold it by printing the request.
    public override string ToString() => nameof(OwnMapping);
}
