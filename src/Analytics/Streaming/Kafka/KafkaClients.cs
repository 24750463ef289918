using Confluent.Kafka;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming.Kafka;

/// <summary>How this process speaks to Kafka: the settings of its clients, all in one place.</summary>
public sealed class KafkaClients(IOptions<KafkaConnectionOptions> connection, IOptions<KafkaOptions> options)
{
    /// <summary>
    /// Acknowledged by every in-sync replica, each message once. Messages wait a few milliseconds for others, since a request to Kafka
    /// costs by the request.
    /// </summary>
    internal ProducerConfig Producer => Common(new ProducerConfig
    {
        EnableIdempotence = true,
        Acks = Acks.All,
        CompressionType = CompressionType.Lz4,
        LingerMs = 3,
        BatchSize = 1024 * 1024,
        MessageMaxBytes = options.Value.MaxMessageBytes,
        MessageTimeoutMs = (int)options.Value.PublishWithin.TotalMilliseconds,
        RequestTimeoutMs = (int)options.Value.PublishWithin.TotalMilliseconds,
        // What may wait is bounded before it gets there.
        QueueBufferingMaxMessages = 10_000_000,
        QueueBufferingMaxKbytes = (int)Math.Max(1024, (options.Value.MaxWaitingBytes + (8L * options.Value.MaxMessageBytes)) / 1024),
        // As Java's clients choose, so that a message goes where another tool would send it.
        Partitioner = Partitioner.Murmur2,
        DeliveryReportFields = "none",
    });

    /// <summary>Offsets move when this service says so, and a partition's first message is the oldest there is.</summary>
    internal ConsumerConfig Consumer => Common(new ConsumerConfig
    {
        GroupId = options.Value.ConsumerGroup,
        AutoOffsetReset = AutoOffsetReset.Earliest,
        EnableAutoOffsetStore = false,
        EnableAutoCommit = true,
        AutoCommitIntervalMs = 1000,
        PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,
        SessionTimeoutMs = 6_000,
        HeartbeatIntervalMs = 1_500,
        FetchWaitMaxMs = 100,
        MaxPartitionFetchBytes = Math.Max(4 * 1024 * 1024, options.Value.MaxMessageBytes),
        FetchMaxBytes = Math.Max(48 * 1024 * 1024, options.Value.MaxMessageBytes),
        MessageMaxBytes = Math.Max(48 * 1024 * 1024, options.Value.MaxMessageBytes),
        QueuedMaxMessagesKbytes = 64 * 1024,
    });

    internal AdminClientConfig Admin => Common(new AdminClientConfig { SocketTimeoutMs = 5_000 });

    private T Common<T>(T config)
        where T : ClientConfig
    {
        config.BootstrapServers = connection.Value.Servers;
        config.ReconnectBackoffMaxMs = 1_000;
        config.SocketKeepaliveEnable = true;
        foreach (var (name, value) in options.Value.Client)
            config.Set(name, value);
        return config;
    }
}
