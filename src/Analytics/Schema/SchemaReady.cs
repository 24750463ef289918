using Analytics.ClickHouse;
using Analytics.Relational;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Schema;

/// <summary>Runs the migrations once ClickHouse answers; what needs the tables waits for <see cref="WaitAsync"/>.</summary>
public sealed class SchemaReady(SchemaMigrator migrator, ILogger<SchemaReady> logger, ServerDatabase? server = null) : BackgroundService
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    public Task WaitAsync(CancellationToken cancellation) => _ready.Task.WaitAsync(cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!IsReady)
        {
            try
            {
                await using var alone = server is null ? null : await server.PrepareAsync(stoppingToken);
                await migrator.RunAsync(stoppingToken);
                _ready.SetResult();
            }
            catch (ClickHouseUnavailableException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), stoppingToken);
            }
            catch (Exception e) when (e is ClickHouseException or RelationalStoreAwayException)
            {
                logger.MigrationFailed(e);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }
}
