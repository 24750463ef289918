using Lrs.Auth;
using Lrs.Statements;
using Microsoft.Net.Http.Headers;

namespace Lrs.Http;

/// <summary>
/// Lets pages of other origins use the xAPI resources: content in a browser that reports to us. The answer goes to an origin that the
/// credential of the request allows; where no credential is known (a preflight, 401), to one that any credential allows. Nothing of a
/// session by cookie is ever shared, and no Access-Control-Allow-Credentials is sent, so that no browser adds one.
/// </summary>
internal sealed class CrossOrigin(RequestDelegate next, OriginsInUse origins)
{
    private const string Methods = "GET, HEAD, PUT, POST, DELETE";

    private const string RequestHeaders =
        "Accept, Accept-Language, Authorization, Content-Encoding, Content-Type, If-Match, If-None-Match, "
        + XapiVersionHeader.Name + ", X-Experience-API-Hash";

    private const string ResponseHeaders =
        "Allow, Content-Encoding, Content-Length, ETag, Last-Modified, Location, Retry-After, WWW-Authenticate, "
        + XapiVersionHeader.Name + ", " + ConsistentThroughHeader.Name + ", X-Experience-API-Hash";

    // How long a browser may remember a preflight. What a credential allows is looked at with each request all the same.
    private const string MaxAgeSeconds = "3600";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/xapi"))
        {
            var origin = context.Request.Headers.Origin.ToString();
            var byAnyone = origin.Length == 0 ? AllowedOrigins.None : await origins.AllAsync(context.RequestAborted);
            // At the last moment: by then it is known who asks, and an answer to an error begins anew.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
                if (Of(context, byAnyone).Allow(origin))
                    Share(context, origin);
                return Task.CompletedTask;
            });
        }

        await next(context);
    }

    private static AllowedOrigins Of(HttpContext context, AllowedOrigins byAnyone) => context.User.TryGetCaller() switch
    {
        null => byAnyone,
        { Kind: CallerKind.Credential } caller => caller.Origins,
        _ => AllowedOrigins.None,
    };

    private static void Share(HttpContext context, string origin)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            headers.AccessControlExposeHeaders = ResponseHeaders;
            return;
        }

        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = RequestHeaders;
        headers.AccessControlMaxAge = MaxAgeSeconds;
    }
}
