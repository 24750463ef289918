using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Auth;

/// <summary>
/// Platforms' credentials: LAN makes, lists, rotates and revokes them, and reads who did; the people of a platform do so with its own,
/// of which another's are as unknown as none.
/// </summary>
internal static class CredentialsEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var credentials = api.MapGroup("/credentials").RequireAuthorization(AccessPolicies.ManageCredentials).WithTags("Credentials");
        credentials.MapPost("", CreateAsync);
        credentials.MapGet("", ListAsync);
        credentials.MapPost("/{key}/rotate", RotateAsync);
        credentials.MapPut("/{key}/allowed-origins", SetOriginsAsync);
        credentials.MapGet("/{key}/changes", ChangesAsync);
        credentials.MapDelete("/{key}", RevokeAsync);
    }

    private static async Task<Results<Created<CreatedCredential>, ProblemHttpResult>> CreateAsync(
        NewCredential request, Credentials credentials, HttpContext context, TimeProvider clock, ILogger<Credentials> logger,
        CancellationToken cancellationToken)
    {
        if (!request.TryCheck(clock.GetUtcNow(), out var wanted, out var wrong))
            return Refused(wrong, "The credential was not made");
        var caller = context.Caller();
        if (!caller.MaySeeProvider(wanted.Provider))
            return Forbidden("Your user belongs to another platform.");
        if (caller.Role != Role.Lan && (wanted.Scopes & ~ScopeNames.OfPlatforms) != 0)
            return Forbidden($"Only LAN gives scopes beyond {string.Join(", ", ScopeNames.Of(ScopeNames.OfPlatforms))}.");
        var made = await credentials.CreateAsync(wanted, caller, cancellationToken);
        logger.CredentialMade(made.Key, wanted.Provider, caller.AuthorityKey);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"{context.Request.PathBase}/api/v1/credentials/{made.Key}", new CreatedCredential(
            made.Key, made.Secret, wanted.Provider, ScopeNames.Of(wanted.Scopes), wanted.Origins.Names, wanted.ExpiresAt));
    }

    private static async Task<Ok<CredentialSummary[]>> ListAsync(HttpContext context, Credentials credentials, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        return TypedResults.Ok((await credentials.ListAsync(cancellationToken)).Where(credential => caller.MaySeeProvider(credential.Provider)).ToArray());
    }

    private static async Task<Results<Ok<RotatedCredential>, NotFound, ProblemHttpResult>> RotateAsync(
        string key, NewSecret? request, Credentials credentials, HttpContext context, TimeProvider clock, ILogger<Credentials> logger,
        CancellationToken cancellationToken)
    {
        var overlapHours = request?.OverlapHours ?? NewSecret.DefaultOverlapHours;
        if (overlapHours is < 0 or > NewSecret.MaxOverlapHours)
            return Refused($"\"overlapHours\" has to be 0 to {NewSecret.MaxOverlapHours}.", "The secret was not rotated");
        var until = clock.GetUtcNow().AddHours(overlapHours);
        if (!await credentials.MayManageAsync(context.Caller(), key, cancellationToken)
            || await credentials.RotateAsync(key, until, context.Caller(), cancellationToken) is not { } rotated)
            return TypedResults.NotFound();
        logger.CredentialRotated(key, context.Caller().AuthorityKey);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new RotatedCredential(key, rotated.Secret, until));
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> SetOriginsAsync(
        string key, NewOrigins request, Credentials credentials, HttpContext context, ILogger<Credentials> logger, CancellationToken cancellationToken)
    {
        if (request.AllowedOrigins is null)
            return Refused("\"allowedOrigins\" is missing; an empty list allows none.", "The origins were not set");
        if (!AllowedOrigins.TryParse(request.AllowedOrigins, out var origins, out var wrong))
            return Refused(wrong, "The origins were not set");
        if (!await credentials.MayManageAsync(context.Caller(), key, cancellationToken)
            || !await credentials.SetOriginsAsync(key, origins, context.Caller(), cancellationToken))
            return TypedResults.NotFound();
        logger.CredentialOriginsSet(key, context.Caller().AuthorityKey);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<IReadOnlyList<CredentialChange>>, NotFound>> ChangesAsync(
        string key, HttpContext context, Credentials credentials, CancellationToken cancellationToken) =>
        await credentials.MayManageAsync(context.Caller(), key, cancellationToken)
        && await credentials.ChangesAsync(key, cancellationToken) is { Count: > 0 } changes ? TypedResults.Ok(changes) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        string key, Credentials credentials, HttpContext context, ILogger<Credentials> logger, CancellationToken cancellationToken)
    {
        if (!await credentials.MayManageAsync(context.Caller(), key, cancellationToken)
            || !await credentials.RevokeAsync(key, context.Caller(), cancellationToken))
            return TypedResults.NotFound();
        logger.CredentialRevoked(key, context.Caller().AuthorityKey);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Forbidden(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden, title: "The credential was not made");

    private static ProblemHttpResult Refused(string detail, string title) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: title);
}

/// <summary>One of the two answers that carry a secret.</summary>
internal sealed record CreatedCredential(
    string Key, string Secret, string Provider, IReadOnlyList<string> Scopes, IReadOnlyList<string> AllowedOrigins, DateTimeOffset? ExpiresAt);

internal sealed record NewSecret(double? OverlapHours)
{
    public const double DefaultOverlapHours = 24;
    public const double MaxOverlapHours = 31 * 24;
}

/// <summary>The other: the secret before stays valid for the overlap.</summary>
internal sealed record RotatedCredential(string Key, string Secret, DateTimeOffset PreviousValidUntil);

internal sealed record NewOrigins(IReadOnlyList<string?>? AllowedOrigins);
