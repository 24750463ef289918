using System.Diagnostics;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Schema;
using Confluent.Kafka;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming.Kafka;

/// <summary>
/// The statement stream of many processes: a statement is published when Kafka has it on every in-sync replica, and stored by whichever
/// process ingests its partition. What is stored is known from the table <c>ingest_progress</c>.
/// </summary>
internal sealed class KafkaStatementStream(
    StatementProducer producer,
    KnownStatements known,
    IngestProgress progress,
    HighWatermarks watermarks,
    SchemaReady schema,
    IHostApplicationLifetime lifetime,
    IOptions<KafkaOptions> options,
    ILogger<KafkaStatementStream> logger) : BackgroundService, IStatementStream
{
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FollowEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookAgainEvery = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan FlushWithin = TimeSpan.FromSeconds(6);

    private volatile bool _hasTopics;

    public DateTimeOffset ConsistentThrough => Micros.Moment(progress.ConsistentThrough);

    public DateTimeOffset StoredThrough => Micros.Moment(progress.StoredThrough);

    public bool IsReady => _hasTopics && !producer.IsAway;

    public async Task<PublishResult> PublishAsync(IReadOnlyList<AcceptedStatement> statements, CancellationToken cancellation)
    {
        if (!IsReady)
            return new PublishResult(PublishOutcome.Unavailable);
        if (known.DifferFromRecent(statements))
            await CatchUpAsync(cancellation);
        var (conflict, toPublish) = await known.CompareAsync(statements, cancellation);
        if (conflict is { } id)
            return new PublishResult(PublishOutcome.Conflict, id);
        // A client that goes away does not take its statements back.
        if (toPublish.Count > 0 && !await producer.ProduceAsync(toPublish).WaitAsync(cancellation))
            return new PublishResult(PublishOutcome.Unavailable);
        known.Published(toPublish);
        return new PublishResult(PublishOutcome.Published);
    }

    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (!IsReady)
            return;
        var started = Stopwatch.GetTimestamp();
        var askAfter = LookAgainEvery;
        try
        {
            var accepted = await watermarks.ReadAsync(cancellation);
            while (!progress.Covers(accepted) && Stopwatch.GetElapsedTime(started) < options.Value.ReadYourWritesWithin)
            {
                await Task.Delay(LookAgainEvery, cancellation);
                // What this process stores it knows, and what others do it is told every moment: ClickHouse is asked ever more rarely, so that those
                // who wait do not hold up what they wait for.
                if (Stopwatch.GetElapsedTime(started) < askAfter)
                    continue;
                await progress.RefreshSharedAsync(cancellation);
                askAfter = 2 * Stopwatch.GetElapsedTime(started);
            }
        }
        // Answered with what there is, as Consistent-Through says.
        catch (Exception e) when (e is KafkaException or ClickHouseException or ClickHouseUnavailableException)
        {
            logger.NotCaughtUp(e);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        producer.Flush(FlushWithin);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Kafka's client blocks while it asks.
        await Task.Yield();
        await Task.WhenAll(PrepareTopicsAsync(stoppingToken), FollowProgressAsync(stoppingToken));
    }

    private async Task PrepareTopicsAsync(CancellationToken stopping)
    {
        while (!_hasTopics)
        {
            try
            {
                await new KafkaTopics(watermarks.Admin, options.Value).MakeOrCheckAsync();
                _hasTopics = true;
            }
            catch (KafkaTopicsException e)
            {
                logger.WrongTopics(e.Message);
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return;
            }
            catch (KafkaException e)
            {
                logger.NoTopicsYet(e.Error.Code);
                await Task.Delay(FollowEvery, stopping);
            }
        }

        while (!stopping.IsCancellationRequested)
        {
            if (producer.MayBeAway)
                producer.Found(await Task.Run(IsKafkaThere, stopping));
            await Task.Delay(RefreshEvery, stopping);
        }
    }

    private bool IsKafkaThere()
    {
        try
        {
            var topic = watermarks.Admin.GetMetadata(options.Value.AcceptedTopic, TimeSpan.FromSeconds(2)).Topics.Single();
            return !topic.Error.IsError && topic.Partitions.TrueForAll(partition => partition.Leader >= 0);
        }
        catch (KafkaException)
        {
            return false;
        }
    }

    private async Task FollowProgressAsync(CancellationToken stopping)
    {
        await schema.WaitAsync(stopping);
        var followed = 0L;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await progress.RefreshSharedAsync(stopping);
                if (followed == 0 || Stopwatch.GetElapsedTime(followed) > FollowEvery)
                {
                    await known.FollowAsync(stopping);
                    followed = Stopwatch.GetTimestamp();
                }
            }
            catch (Exception e) when (e is ClickHouseException or ClickHouseUnavailableException)
            {
                logger.NotCaughtUp(e);
            }

            await Task.Delay(RefreshEvery, stopping);
        }
    }
}
