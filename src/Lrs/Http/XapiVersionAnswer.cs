using Microsoft.Extensions.Options;

namespace Lrs.Http;

/// <summary>The version header of every xAPI response, whatever it says (xAPI Communication 3.3): the latest patch of the version asked for.</summary>
internal sealed class XapiVersionAnswer(RequestDelegate next, IOptions<XapiOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/xapi"))
        {
            // At the last moment: the version may have come in a form, and an answer to an error begins anew.
            context.Response.OnStarting(() =>
            {
                var version = XapiVersionHeader.Parse(context.Request.Headers[XapiVersionHeader.Name].ToString());
                context.Response.Headers[XapiVersionHeader.Name] = version?.Text() ?? options.Value.DefaultVersion;
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
