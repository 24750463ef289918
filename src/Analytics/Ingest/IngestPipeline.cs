using System.Diagnostics;
using Analytics.ClickHouse;
using Analytics.Schema;
using Analytics.Streaming.Kafka;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Ingest;

/// <summary>
/// The way from Kafka to ClickHouse, one loop a process: consume, map, store, and commit. While a batch is stored the next is consumed and
/// mapped; while ClickHouse is away nothing more is read, and the process stays in its group.
/// </summary>
internal sealed class IngestPipeline(
    KafkaClients clients,
    ClickHouseClient clickHouse,
    StatementsTableWriter table,
    SetAsideStatements setAside,
    IngestProgress progress,
    HighWatermarks watermarks,
    SchemaReady schema,
    TimeProvider clock,
    IOptions<KafkaOptions> kafka,
    IOptions<IngestOptions> options,
    ILogger<IngestPipeline> logger) : BackgroundService, IReadiness
{
    private static readonly TimeSpan StayFor = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(10);

    private volatile StatementIngest? _ingest;

    /// <summary>Also with no partition of its own: it stands by for those of others.</summary>
    public string? WaitsFor => _ingest is not { } ingest ? "ClickHouse and Kafka, to ingest" : ingest.IsTryingAgain ? "ClickHouse, to store what was accepted" : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WaitAsync(stoppingToken);
        await progress.RefreshSharedAsync(stoppingToken);
        // Its calls block.
        await Task.Factory.StartNew(() => RunAsync(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        using var consumer = new AcceptedStatementsConsumer(clients, kafka.Value, options.Value, logger);
        var stored = new StoredClock(clock);
        var ids = new StoredIds(table, progress, logger, stopping);
        var claims = new PartitionClaims(clickHouse, stored, ids, clock, logger);
        var ingest = new StatementIngest(consumer, claims, stored, ids, table, setAside, progress, watermarks, clock, options.Value, logger);
        using var lag = Telemetry.ObserveLag(() => ingest.Lag);
        _ingest = ingest;
        var storing = Task.CompletedTask;
        // A batch that is being stored is stored to its end, and its offsets are committed: whoever goes on has less to look up.
        using var abandon = new CancellationTokenSource();
        await using var patience = stopping.Register(() => abandon.CancelAfter(EndWithin));
        var (more, beat) = (new List<ConsumedMessage>(), 0L);
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var consumed = consumer.Read(storing.IsCompleted ? options.Value.HeartbeatEvery : TimeSpan.Zero, ingest.Linger);
                var batch = IngestBatch.Map([.. more, .. consumed]);
                more.Clear();
                while (!storing.IsCompleted && !stopping.IsCancellationRequested)
                    await StayAsync(consumer, storing, more);
                consumer.Resume();
                await storing;
                var isTime = Stopwatch.GetElapsedTime(beat) >= options.Value.HeartbeatEvery;
                // Read is what waits in `more` too, and not stored.
                var unstored = batch.Messages.Select(message => message.Partition).Concat(more.Select(message => message.Result.Partition.Value));
                storing = ingest.RunAsync(batch, isTime ? consumer.PositionsBut(unstored) : null, abandon.Token);
                if (isTime)
                    beat = Stopwatch.GetTimestamp();
            }
        }
        finally
        {
            // Before another process may have the partitions.
            await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A store that takes a moment is waited for; one that takes longer must not cost the process its place in the group.
    private static async Task StayAsync(AcceptedStatementsConsumer consumer, Task storing, List<ConsumedMessage> more)
    {
        if (await Task.WhenAny(storing, Task.Delay(TimeSpan.FromSeconds(1))) != storing)
            consumer.StayWithoutReading(StayFor, more);
    }
}
