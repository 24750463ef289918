using System.Collections.Concurrent;
using System.Globalization;
using Analytics.Relational;
using Dapper;

namespace Lrs.Auth;

/// <summary>
/// On which day (UTC) each credential was last used. Kept once a minute and not with each request; what a killed process had not kept yet
/// is kept by the next use.
/// </summary>
internal sealed class CredentialUse(RelationalStore store, TimeProvider clock, ILogger<CredentialUse> logger) : BackgroundService
{
    public static readonly TimeSpan KeptEvery = TimeSpan.FromMinutes(1);

    private const string Update = "UPDATE credentials SET last_used_on = @Value WHERE key = @Key AND (last_used_on IS NULL OR last_used_on < @Value)";

    private readonly ConcurrentDictionary<string, string> _usedOn = new(StringComparer.Ordinal);

    /// <param name="lastUsedOn">What is kept of it so far: a day costs one row and each further use nothing.</param>
    public void Note(string key, string? lastUsedOn)
    {
        var today = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (today != lastUsedOn)
            _usedOn[key] = today;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await KeepAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(KeptEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await KeepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The stop, which keeps the rest.
        }
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        var used = _usedOn.ToArray();
        if (used.Length == 0)
            return;
        try
        {
            await store.WriteAsync((connection, transaction) => connection.ExecuteAsync(Update, used, transaction), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever the store's trouble is: this is a convenience, and the next minute tries again.
            logger.CredentialUseNotKept(exception, used.Length);
            return;
        }

        // Only what was kept: a use of the next day may have come meanwhile.
        foreach (var kept in used)
            _usedOn.TryRemove(kept);
    }
}
