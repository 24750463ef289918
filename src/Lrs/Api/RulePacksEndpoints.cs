using Analytics.Compliance;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lrs.Api;

/// <summary>The rules that hold, and what another pack would change: for LAN.</summary>
internal static class RulePacksEndpoints
{
    private const string Purpose = "rule preview";
    private const string Title = "The pack cannot be used";
    private const int DefaultPeople = 1_000;
    private const long MaxBodyBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        var packs = api.MapGroup("/rule-packs").RequireAuthorization(AccessPolicies.Administer).WithTags("Rule packs");
        packs.MapGet("", (RulePackList list) => TypedResults.Ok(list.All));
        packs.MapPost("/preview", PreviewAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
    }

    private static async Task<Results<Ok<PreviewedRules>, ProblemHttpResult>> PreviewAsync(
        RulesToPreview request, RulePackPreview preview, RecordReads reads, HttpContext context, TimeProvider clock, CancellationToken cancellation)
    {
        if (!ComplianceEndpoints.TryYear(request.Year, clock, out var year))
            return ComplianceEndpoints.NoYear();
        if (string.IsNullOrWhiteSpace(request.Pack))
            return Refused("\"pack\" is missing: the text of a rule pack.");
        try
        {
            var previewed = await preview.RunAsync(request.Pack, year, request.People ?? DefaultPeople, cancellation);
            await reads.WriteAsync(
                context.Caller(), [.. previewed.Examples.Select(person => new RecordRead(person.PersonId, person.AgencyCode))], Purpose, cancellation);
            return TypedResults.Ok(previewed);
        }
        catch (RulePackException e)
        {
            return Refused(e.Message);
        }
    }

    private static ProblemHttpResult Refused(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: Title);
}

/// <param name="Pack">The text of a rule pack, in YAML.</param>
/// <param name="Year">Left out: this year.</param>
/// <param name="People">How many to compute, 5,000 at most; left out: 1,000.</param>
internal sealed record RulesToPreview(string? Pack, int? Year = null, int? People = null);
