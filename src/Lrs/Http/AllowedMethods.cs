namespace Lrs.Http;

/// <summary>
/// OPTIONS on each resource: 204 and what it allows, to anyone, which a browser's preflight needs. Which methods a resource has, routing
/// knows: it refuses OPTIONS with them, and here that is made the answer.
/// </summary>
internal sealed class AllowedMethods(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status405MethodNotAllowed
            || !context.Request.Path.StartsWithSegments("/xapi"))
            return;
        context.Response.Headers.Allow = $"{context.Response.Headers.Allow}, {HttpMethods.Options}";
        if (HttpMethods.IsOptions(context.Request.Method))
            context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
