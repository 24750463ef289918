using Analytics.Registry;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>Finds a person by NIP, which stands in the body: never in an address, never in a log.</summary>
internal static class PeopleLookupEndpoints
{
    private const string Purpose = "lookup";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/people/lookup", LookUpAsync).RequireAuthorization(AccessPolicies.SeePeople).WithTags("People");

    // A person of another agency is as unknown as nobody: the answer must not tell whether a NIP is somebody's.
    private static async Task<Results<Ok<FoundPerson>, ProblemHttpResult>> LookUpAsync(
        WantedPerson wanted, HttpContext context, PeopleLookup people, RecordReads reads, CancellationToken cancellation)
    {
        var caller = context.Caller();
        if (await people.FindAsync(wanted.Nip, cancellation) is not { } found || !caller.MaySeeAgency(found.AgencyCode))
            return TypedResults.Problem("No person with this NIP is known.", statusCode: StatusCodes.Status404NotFound, title: "Not found");
        await reads.WriteAsync(caller, new RecordRead(found.PersonId, found.AgencyCode), Purpose, cancellation);
        return TypedResults.Ok(found);
    }

    private sealed record WantedPerson(string? Nip)
    {
        // So that no log can hold it by printing the request.
        public override string ToString() => nameof(WantedPerson);
    }
}
