namespace Lrs.Http;

/// <summary>
/// Two slashes where one is meant: of an endpoint that a client was given with a slash at its end, and the one that the client puts after
/// it. They are read as one before anything looks at the address. Addresses of others than xAPI stay as they came.
/// </summary>
internal sealed class DoubledSlashes(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value is { } path && path.Contains("//", StringComparison.Ordinal))
        {
            PathString single = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
            if (single.StartsWithSegments("/xapi"))
                context.Request.Path = single;
        }

        return next(context);
    }
}
