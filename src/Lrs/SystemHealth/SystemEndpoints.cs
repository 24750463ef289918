using Lrs.Auth;

namespace Lrs.SystemHealth;

/// <summary>How the system is: for LAN.</summary>
internal static class SystemEndpoints
{
    public static IServiceCollection AddSystemHealth(this IServiceCollection services) => services.AddSingleton<SystemReader>();

    public static WebApplication MapSystemHealth(this WebApplication app)
    {
        app.MapGroup("/api/v1/system").RequireAuthorization(AccessPolicies.Administer).WithTags("System")
            .MapGet("", async (SystemReader health, CancellationToken cancellation) => TypedResults.Ok(await health.ReadAsync(cancellation)));
        return app;
    }
}
