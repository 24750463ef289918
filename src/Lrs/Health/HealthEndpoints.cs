using Analytics;
using Analytics.Streaming;
using Microsoft.Extensions.Options;

namespace Lrs.Health;

/// <summary>For a balancer or an orchestrator: live as soon as the process answers, ready while every role of this process does its work.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds how the process stops, and the readiness of the role web; the other roles add theirs.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services, bool runsWeb)
    {
        services.AddOptions<StoppingOptions>().BindConfiguration(StoppingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<StoppingOptions>>((host, stopping) => host.ShutdownTimeout = stopping.Value.DrainFor);
        services.AddSingleton<GracefulStop>();
        services.AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<GracefulStop>());
        services.AddSingleton<Readiness>();
        services.AddHostedService<ObservedProcess>();
        if (runsWeb)
            services.AddSingleton<IReadiness, AcceptsStatements>();
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", (Readiness readiness) => readiness.WaitsFor is { } why
            ? Results.Text($"not ready: {why}", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready")).AllowAnonymous();
    }

    /// <summary>While it goes on accepting only until balancers have noticed: whoever holds a connection open is told to make a new one, elsewhere.</summary>
    public static void UseGracefulStop(this WebApplication app)
    {
        var stop = app.Services.GetRequiredService<GracefulStop>();
        app.Use((context, next) =>
        {
            if (stop.IsStopping)
                context.Response.Headers.Connection = "close";
            return next(context);
        });
    }
}
