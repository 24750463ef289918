using Analytics.Compliance.Manual;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>Claims whose JP a verifier enters: LAN, or the administrators of the person's agency.</summary>
internal static class ManualClaimsEndpoints
{
    private const string PendingList = "manual claims";
    private const string Verification = "manual credit";
    private const string Title = "The JP were not entered";

    public static void Map(IEndpointRouteBuilder api)
    {
        var manual = api.MapGroup("").RequireAuthorization(AccessPolicies.SeePeople).WithTags("Manual credits");
        manual.MapGet("/manual-claims", PendingAsync);
        manual.MapGet("/people/{personId:guid}/manual-credits/{statementId:guid}", ReadAsync);
        manual.MapPost("/people/{personId:guid}/manual-credits/{statementId:guid}", EnterAsync);
    }

    private static async Task<Results<Ok<ManualClaimsPage>, ForbidHttpResult>> PendingAsync(
        HttpContext context, ManualClaims claims, RecordReads reads, CancellationToken cancellation, string? agency = null, int year = 0,
        int limit = 50, string? cursor = null)
    {
        var caller = context.Caller();
        var of = agency ?? (caller.Role == Role.Lan ? "" : caller.AgencyCode ?? "");
        // Of every agency only LAN: no agency has the empty code.
        if (caller.Role != Role.Lan && (of.Length == 0 || !caller.MaySeeAgency(of)))
            return TypedResults.Forbid();
        var page = await claims.PendingAsync(new ManualClaimsQuery(of, Math.Clamp(year, 0, ushort.MaxValue), limit, cursor), cancellation);
        await reads.WriteAsync(caller, [.. page.Claims.Select(claim => new RecordRead(claim.PersonId, claim.AgencyCode)).Distinct()], PendingList, cancellation);
        return TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<IReadOnlyList<ManualCredit>>, ProblemHttpResult>> ReadAsync(
        Guid personId, Guid statementId, HttpContext context, ManualClaims claims, ManualCredits credits, RecordReads reads,
        CancellationToken cancellation)
    {
        if (await FindAsync(personId, statementId, context.Caller(), claims, cancellation) is not { } claim)
            return NoClaim();
        await reads.WriteAsync(context.Caller(), new RecordRead(personId, claim.AgencyCode), Verification, cancellation);
        return TypedResults.Ok(await credits.ReadAsync(personId, statementId, cancellation));
    }

    private static async Task<Results<Created<ManualCredit>, ProblemHttpResult>> EnterAsync(
        Guid personId, Guid statementId, NewManualCredit request, HttpContext context, ManualClaims claims, ManualCredits credits,
        RecordReads reads, CancellationToken cancellation)
    {
        if (Check(request) is { } wrong)
            return TypedResults.Problem(wrong, statusCode: StatusCodes.Status400BadRequest, title: Title);
        var caller = context.Caller();
        if (await FindAsync(personId, statementId, caller, claims, cancellation) is not { } claim)
            return NoClaim();
        if (claim.IsDuplicate)
            return TypedResults.Problem(
                "The claim is a duplicate of an earlier one and counts nothing, whatever is entered for it.",
                statusCode: StatusCodes.Status409Conflict, title: Title);
        await reads.WriteAsync(caller, new RecordRead(personId, claim.AgencyCode), Verification, cancellation);
        var entry = await credits.EnterAsync(personId, statementId, request.Jp!.Value, request.Reason!.Trim(), caller.AuthorityKey, cancellation);
        return TypedResults.Created($"{context.Request.PathBase}/api/v1/people/{personId}/manual-credits/{statementId}", entry);
    }

    // A claim of another agency's person is as unknown as none: ids must not tell whether they are somebody's.
    private static async Task<ManualClaim?> FindAsync(
        Guid personId, Guid statementId, Caller caller, ManualClaims claims, CancellationToken cancellation) =>
        await claims.FindAsync(personId, statementId, cancellation) is { } claim && caller.MaySeeAgency(claim.AgencyCode) ? claim : null;

    private static string? Check(NewManualCredit request) => request switch
    {
        { Jp: not (>= 0 and <= ManualCredit.MostJp) } => $"\"jp\" has to be a number from 0 to {ManualCredit.MostJp}.",
        { Jp: { } jp } when decimal.Round(jp, 2) != jp => "\"jp\" has at most two decimals.",
        { Reason: var reason } when string.IsNullOrWhiteSpace(reason) || reason.Length > ManualCredit.MaxReasonLength =>
            $"\"reason\" is missing or longer than {ManualCredit.MaxReasonLength} characters.",
        _ => null,
    };

    private static ProblemHttpResult NoClaim() => TypedResults.Problem(
        "No person and statement of these ids make a claim whose JP a verifier enters.", statusCode: StatusCodes.Status404NotFound, title: "Not found");
}

internal sealed record NewManualCredit(decimal? Jp, string? Reason)
{
    // So that no log can hold it by printing the request.
    public override string ToString() => nameof(NewManualCredit);
}
