using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

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
    private sealed class OpenAtStart(RelationalStore store, InstallationSecrets secrets, ILogger<RelationalStore> logger) : IHostedService
    {
        private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(250);
        private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(2);

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(TryAgainAfter, cancellationToken))
            {
                try
                {
                    await using var connection = await store.OpenAsync(cancellationToken);
                    await secrets.InstallationKeyAsync(cancellationToken);
                    return;
                }
                // A machine's services start in any order.
                catch (RelationalStoreAwayException exception) when (Stopwatch.GetElapsedTime(started) < StartWithin)
                {
                    logger.WaitingForStore(exception.InnerException!.Message);
                }
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
