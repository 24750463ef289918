using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Auth;

/// <summary>Platforms' credentials: LAN makes, lists and revokes them.</summary>
internal static class CredentialsEndpoints
{
    private const int MaxNameLength = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var credentials = api.MapGroup("/credentials").RequireAuthorization(AccessPolicies.Administer).WithTags("Credentials");
        credentials.MapPost("", CreateAsync);
        credentials.MapGet("", ListAsync);
        credentials.MapDelete("/{key}", RevokeAsync);
    }

    private static async Task<Results<Created<CreatedCredential>, ProblemHttpResult>> CreateAsync(
        NewCredential request, Credentials credentials, HttpContext context, ILogger<Credentials> logger, CancellationToken cancellationToken)
    {
        if (Check(request, out var scopes) is { } wrong)
            return TypedResults.Problem(wrong, statusCode: StatusCodes.Status400BadRequest, title: "The credential was not made");
        var caller = context.Caller();
        var provider = request.Provider!.Trim();
        var made = await credentials.CreateAsync(provider, scopes, request.Name?.Trim() ?? "", caller, cancellationToken);
        logger.CredentialMade(made.Key, provider, caller.AuthorityKey);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created(
            $"/api/v1/credentials/{made.Key}", new CreatedCredential(made.Key, made.Secret, provider, ScopeNames.Of(scopes)));
    }

    private static async Task<Ok<IReadOnlyList<CredentialSummary>>> ListAsync(Credentials credentials, CancellationToken cancellationToken) =>
        TypedResults.Ok(await credentials.ListAsync(cancellationToken));

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        string key, Credentials credentials, HttpContext context, ILogger<Credentials> logger, CancellationToken cancellationToken)
    {
        if (!await credentials.RevokeAsync(key, cancellationToken))
            return TypedResults.NotFound();
        logger.CredentialRevoked(key, context.Caller().AuthorityKey);
        return TypedResults.NoContent();
    }

    /// <summary>What is wrong with the request, or null.</summary>
    internal static string? Check(NewCredential request, out Scopes scopes)
    {
        scopes = request.Scopes is null ? ScopeNames.Default : Scopes.None;
        if (string.IsNullOrWhiteSpace(request.Provider) || request.Provider.Length > MaxNameLength)
            return $"\"provider\" has to name the platform, in at most {MaxNameLength} characters.";
        if (request.Name?.Length > MaxNameLength)
            return $"\"name\" is longer than {MaxNameLength} characters.";
        if (request.Scopes is { Count: 0 })
            return $"\"scopes\" is empty. Known are: {ScopeNames.Known}.";
        foreach (var name in request.Scopes ?? [])
        {
            if (name is null || !ScopeNames.TryParse(name, out var scope))
                return $"The scope \"{name}\" is not known. Known are: {ScopeNames.Known}.";
            scopes |= scope;
        }

        return null;
    }
}

internal sealed record NewCredential(string? Provider, IReadOnlyList<string?>? Scopes, string? Name);

/// <summary>The only answer that carries the secret.</summary>
internal sealed record CreatedCredential(string Key, string Secret, string Provider, IReadOnlyList<string> Scopes);
