using Analytics.Streaming;

namespace Lrs.Health;

/// <summary>For a balancer or an orchestrator: live as soon as the process answers, ready while statements can be accepted.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", (IStatementStream stream) => stream.IsReady
            ? Results.Text("ready")
            : Results.Text("not ready: the statement store is starting or away", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }
}
