using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Analytics.Streaming.Kafka;

/// <summary>The topics are not what the settings say; the message says what to do.</summary>
public sealed class KafkaTopicsException(string message) : Exception(message);

/// <summary>Makes the topics where they are missing, and holds those that are there against the settings.</summary>
internal sealed class KafkaTopics(IAdminClient admin, KafkaOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="KafkaTopicsException">A topic has other partitions or replicas than the settings say.</exception>
    /// <exception cref="KafkaException">Kafka is away.</exception>
    public async Task MakeOrCheckAsync()
    {
        await MakeOrCheckAsync(options.AcceptedTopic, options.Partitions);
        await MakeOrCheckAsync(options.SetAsideTopic, 1);
        await SetLimitsAsync();
    }

    private async Task MakeOrCheckAsync(string topic, int partitions)
    {
        var metadata = admin.GetMetadata(Patience);
        var found = metadata.Topics.Find(one => one.Topic == topic);
        if (found is null)
        {
            await MakeAsync(topic, partitions, (short)(options.Replication ?? Math.Min(3, metadata.Brokers.Count)));
            return;
        }

        if (found.Error.IsError)
            throw new KafkaException(found.Error);
        if (found.Partitions.Count != partitions)
        {
            throw new KafkaTopicsException(
                $"The topic {topic} has {found.Partitions.Count} partitions, and Kafka:Partitions is {partitions}. Set it to {found.Partitions.Count}; to have "
                + "others, follow \"Other partitions\" in docs/operations.md: a statement's copies must not be in two partitions at once.");
        }

        var replicas = found.Partitions.Min(partition => partition.Replicas.Length);
        if (options.Replication is { } stated && replicas != stated)
            throw new KafkaTopicsException($"The topic {topic} is kept by {replicas} brokers, and Kafka:Replication is {stated}. Reassign its partitions, or set it to {replicas}.");
    }

    private async Task MakeAsync(string topic, int partitions, short replication)
    {
        try
        {
            await admin.CreateTopicsAsync(
                [
                    new TopicSpecification
                    {
                        Name = topic,
                        NumPartitions = partitions,
                        ReplicationFactor = replication,
                        Configs = new Dictionary<string, string>
                        {
                            ["min.insync.replicas"] = replication >= 3 ? "2" : "1",
                            // The broker's time rises along a partition: what it bounds Consistent-Through by.
                            ["message.timestamp.type"] = "LogAppendTime",
                        },
                    },
                ],
                new CreateTopicsOptions { OperationTimeout = Patience, RequestTimeout = Patience });
        }
        // Several processes start at once.
        catch (CreateTopicsException e) when (e.Results.TrueForAll(result => result.Error.Code is ErrorCode.TopicAlreadyExists or ErrorCode.NoError))
        {
        }
    }

    private Task SetLimitsAsync() => admin.IncrementalAlterConfigsAsync(
        new[] { options.AcceptedTopic, options.SetAsideTopic }.ToDictionary(
            topic => new ConfigResource { Type = ResourceType.Topic, Name = topic },
            topic => new List<ConfigEntry>
            {
                Entry("max.message.bytes", options.MaxMessageBytes + 4096),
                Entry("retention.ms", (long)options.RetainFor.TotalMilliseconds),
            }),
        new IncrementalAlterConfigsOptions { RequestTimeout = Patience });

    private static ConfigEntry Entry(string name, long value) =>
        new() { Name = name, Value = value.ToString(CultureInfo.InvariantCulture), IncrementalOperation = AlterConfigOpType.Set };
}
