using Analytics.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Statements.Index;

/// <summary>Once a second, writes what the index has in memory only, and the definitions of activities: what a start would have to make up for.</summary>
internal sealed class KeyIndexing(
    KeyIndex index, Activities.ActivityDefinitions definitions, SchemaReady schema, ILogger<KeyIndexing> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await index.SettleAsync(stoppingToken);
                await definitions.CatchUpAsync(stoppingToken);
            }
            // Any failure: what could not be indexed now is asked for again, and nothing that is accepted may wait for it.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.IndexingAgain(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
