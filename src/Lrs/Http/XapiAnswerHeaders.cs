using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Lrs.Http;

/// <summary>
/// What every xAPI response says in its headers, whatever its body says: the latest patch of the version asked for (xAPI Communication 3.3),
/// and that no cache may give it again without asking.
/// </summary>
internal sealed class XapiAnswerHeaders(RequestDelegate next, IOptions<XapiOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/xapi"))
        {
            // At the last moment: the version may have come in a form, and an answer to an error begins anew.
            context.Response.OnStarting(() =>
            {
                var version = XapiVersionHeader.Parse(context.Request.Headers[XapiVersionHeader.Name].ToString());
                var headers = context.Response.Headers;
                headers[XapiVersionHeader.Name] = version?.Text() ?? options.Value.DefaultVersion;
                // RFC 9111 4.2.2: from Last-Modified alone a browser guesses how long it may go on showing what it has, a tenth of its age.
                if (StringValues.IsNullOrEmpty(headers.CacheControl))
                    headers.CacheControl = "no-cache";
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
