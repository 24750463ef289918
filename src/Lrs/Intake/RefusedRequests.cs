using Analytics;
using Lrs.Auth;
using Lrs.Http;
using Microsoft.AspNetCore.Authentication;

namespace Lrs.Intake;

/// <summary>
/// Notes each xAPI request that is answered with a fault of the client's, where it is known which platform sent it. Outside everything else,
/// so that it sees the answer as it went. What is not there (404) was asked for, not refused.
/// </summary>
internal sealed class RefusedRequests(RequestDelegate next, Refusals refusals, CredentialCache credentials, ILogger<RefusedRequests> logger)
{
    private static readonly HashSet<string> Resources = new(StringComparer.OrdinalIgnoreCase)
    {
        "/xapi/statements", "/xapi/activities", "/xapi/activities/state", "/xapi/activities/profile", "/xapi/agents", "/xapi/agents/profile", "/xapi/about",
    };

    public Task InvokeAsync(HttpContext context) => context.Request.Path.StartsWithSegments("/xapi") ? WatchAsync(context) : next(context);

    private async Task WatchAsync(HttpContext context)
    {
        await next(context);
        var status = context.Response.StatusCode;
        if (status is < 400 or >= 500 or StatusCodes.Status404NotFound)
            return;
        // The client does not wait until it is known who it is.
        await context.Response.CompleteAsync();
        if (await ProviderOfAsync(context) is { Length: > 0 } provider)
        {
            // An answer to an error that came later than a problem is not of that problem.
            var problem = context.Features.Get<XapiProblem>() is { } written && written.Status == status ? written : null;
            var reason = RefusalReason.Of(status, problem);
            refusals.Note(provider, $"{context.Request.Method} {Resource(context)}", reason, problem?.Index);
            Telemetry.RefusedRequests.Add(1, new("provider", provider), new("status", status), new("reason", reason.Code));
        }
    }

    /// <summary>The platform of the credential: also of one that was refused before sign-in, or whose secret is wrong.</summary>
    private async ValueTask<string?> ProviderOfAsync(HttpContext context)
    {
        if (context.User.TryGetCaller() is { } caller)
            return caller.Provider;
        try
        {
            if ((await context.AuthenticateAsync(AuthSchemes.Basic)).Principal?.TryGetCaller() is { } known)
                return known.Provider;
        }
        // Whatever the store's trouble is: the answer has gone, and counting it must not break its connection.
        catch (Exception exception)
        {
            logger.RefusalOfSomebody(exception);
        }

        return BasicCredentials.TryParse(context.Request.Headers.Authorization.ToString(), out var key, out _) ? credentials.ProviderOf(key) : null;
    }

    /// <summary>The resource; another address could hold anything.</summary>
    private static string Resource(HttpContext context) =>
        Resources.TryGetValue(context.Request.Path.Value ?? "", out var resource) ? resource : "/xapi";
}
