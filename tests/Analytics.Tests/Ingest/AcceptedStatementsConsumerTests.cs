using Analytics.Ingest;
using Analytics.Streaming;
using Analytics.Streaming.Kafka;
using Analytics.Tests.Streaming;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing;

namespace Analytics.Tests.Ingest;

/// <summary>What a process reads of its partitions, as they come and go.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class AcceptedStatementsConsumerTests(ClickHouseFixture clickHouse, KafkaFixture kafka)
{
    private const int Statements = 90;
    private const int Partitions = 3;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private readonly string _prefix = $"consumer-{Guid.NewGuid():N}";

    [SkippableFact]
    public async Task A_partition_that_left_while_nothing_could_be_stored_is_read_when_it_comes_back()
    {
        await using var host = await StartAsync();
        await PublishAsync(host);
        var read = new List<ConsumedMessage>();
        using var staying = Consumer(host);
        await UntilAsync(() => PartitionsOf(read) == Partitions, () => staying.StayWithoutReading(Short, read));
        Assert.Equal(Partitions, read.Count);
        using (var other = Consumer(host))
        {
            await UntilAsync(() => other.Assigned.Count > 0 && staying.Assigned.Count < Partitions, () =>
            {
                staying.StayWithoutReading(Short, read);
                other.Read(Short, Short);
            });
            staying.Resume();
        }

        await UntilAsync(() => read.Select(one => one.Result.TopicPartitionOffset).Distinct().Count() == Statements, () => read.AddRange(staying.Read(Short, Short)));
        Assert.Equal(Partitions, staying.Assigned.Count);
    }

    [SkippableFact]
    public async Task What_was_read_of_a_partition_before_it_left_is_not_stored_after_it_came_back()
    {
        await using var host = await StartAsync();
        await PublishAsync(host);
        var before = new List<ConsumedMessage>();
        using var consumer = Consumer(host);
        await UntilAsync(() => PartitionsOf(before) == Partitions, () => consumer.StayWithoutReading(Short, before));
        var left = new HashSet<int>();
        using (var other = Consumer(host))
        {
            await UntilAsync(() => other.Assigned.Count > 0 && consumer.Assigned.Count < Partitions, () =>
            {
                consumer.StayWithoutReading(Short, []);
                other.Read(Short, Short);
            });
            left.UnionWith(other.Assigned.Keys);
        }

        await UntilAsync(() => consumer.Assigned.Count == Partitions, () => consumer.StayWithoutReading(Short, []));
        var stored = IngestBatch.Map(before).Of(consumer.Assigned).Messages;
        Assert.Equal(before.Select(one => one.Result.Partition.Value).Where(partition => !left.Contains(partition)).Order(), stored.Select(message => message.Partition).Order());
    }

    [SkippableFact]
    public async Task How_far_a_partition_is_read_is_not_told_while_something_of_it_waits()
    {
        await using var host = await StartAsync();
        await PublishAsync(host);
        var waiting = new List<ConsumedMessage>();
        using var consumer = Consumer(host);
        await UntilAsync(() => PartitionsOf(waiting) == Partitions, () => consumer.StayWithoutReading(Short, waiting));

        Assert.Equal(Partitions, consumer.PositionsBut([]).Count);
        Assert.Equal([1], consumer.PositionsBut([0, 2]).Keys);
        Assert.Empty(consumer.PositionsBut(waiting.Select(one => one.Result.Partition.Value)));
    }

    [SkippableFact]
    public async Task The_end_of_a_partition_is_known_too_that_was_told_while_nothing_could_be_stored()
    {
        await using var host = await StartAsync();
        var read = new List<ConsumedMessage>();
        using var consumer = Consumer(host);
        await UntilAsync(() => consumer.PositionsBut([]).Count == Partitions, () => consumer.StayWithoutReading(Short, read));

        Assert.Empty(read);
        Assert.All(consumer.PositionsBut([]).Values, position => Assert.Equal(0, position));
    }

    private async Task<KafkaStreamHost> StartAsync() =>
        await KafkaStreamHost.StartAsync(await kafka.BrokerAsync(), await clickHouse.CreateDatabaseAsync(), _prefix, ingests: false);

    private static async Task PublishAsync(KafkaStreamHost host)
    {
        var statements = Enumerable.Range(0, Statements).Select(_ => StatementStreamContract.Statement(Guid.NewGuid())).ToList();
        Assert.Equal(PublishOutcome.Published, (await host.Stream.PublishAsync(statements, CancellationToken.None)).Outcome);
    }

    private static AcceptedStatementsConsumer Consumer(KafkaStreamHost host) =>
        new(host.Service<KafkaClients>(), host.Service<IOptions<KafkaOptions>>().Value, new IngestOptions(), NullLogger.Instance);

    private static int PartitionsOf(IEnumerable<ConsumedMessage> read) => read.Select(one => one.Result.Partition.Value).Distinct().Count();

    private static Task UntilAsync(Func<bool> condition, Action step) => Eventually.TrueAsync(() => Task.Run(() =>
    {
        step();
        return condition();
    }));
}
