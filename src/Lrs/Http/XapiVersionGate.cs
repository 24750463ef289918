namespace Lrs.Http;

/// <summary>
/// The version header of each xAPI request (xAPI Communication 3.3): one without it, or with a version that is not spoken here, is refused.
/// The resource About needs none.
/// </summary>
internal sealed class XapiVersionGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/xapi"))
        {
            await next(context);
            return;
        }

        var text = context.Request.Headers[XapiVersionHeader.Name].ToString();
        var version = XapiVersionHeader.Parse(text);
        if (version is null && !NeedsNone(context.Request))
        {
            var problem = text.Length == 0
                ? $"The header {XapiVersionHeader.Name} is missing; expected 1.0.3 or 2.0.0."
                : $"The header {XapiVersionHeader.Name} names a version that is not spoken here; expected 1.0.x or 2.0.x.";
            await XapiProblem.BadRequest(problem, "xAPI Communication 3.3").ExecuteAsync(context);
            return;
        }

        context.Features.Set(new RequestVersion(version ?? XapiVersion.V2_0_0));
        await next(context);
    }

    // A browser asks OPTIONS before it may send the header.
    private static bool NeedsNone(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) || request.Path.StartsWithSegments("/xapi/about");

    private sealed record RequestVersion(XapiVersion Version);

    public static XapiVersion Of(HttpContext context) => context.Features.Get<RequestVersion>()!.Version;
}

internal static class XapiVersionText
{
    /// <summary>The latest patch of the version: what the response header says.</summary>
    public static string Text(this XapiVersion version) => version == XapiVersion.V1_0_3 ? "1.0.3" : "2.0.0";

    /// <summary>The version of a statement that names none (xAPI Data 2.4.10; IEEE 9274.1.1 4.2.2).</summary>
    public static string StatementDefault(this XapiVersion version) => version == XapiVersion.V1_0_3 ? "1.0.0" : "2.0.0";
}
