using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Analytics.Relational;

public static class RelationalServices
{
    public static IServiceCollection AddRelationalStore(this IServiceCollection services)
    {
        services.AddOptions<DataOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RelationalStore>();
        services.AddSingleton<InstallationSecrets>();
        services.AddHostedService<OpenAtStart>();
        return services;
    }

    /// <summary>A store that cannot be opened, or a migration that fails, stops the start and not the first request.</summary>
    private sealed class OpenAtStart(RelationalStore store, InstallationSecrets secrets) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var connection = await store.OpenAsync(cancellationToken);
            await secrets.InstallationKeyAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
