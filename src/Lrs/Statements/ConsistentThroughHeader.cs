using Analytics.Streaming;

namespace Lrs.Statements;

/// <summary>On every answer of the Statements resource, refusals of any kind too (xAPI Communication 2.1.3).</summary>
internal sealed class ConsistentThroughHeader(RequestDelegate next, IStatementStream stream)
{
    public const string Name = "X-Experience-API-Consistent-Through";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/xapi/statements"))
        {
            // Read before the work: what is stored meanwhile may be missing. Set at the last moment: an answer to an error begins anew.
            var through = StatementWriter.Format(stream.ConsistentThrough);
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Name] = through;
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
