using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming.Kafka;

/// <summary>How many messages each partition has, asked of Kafka: whatever it acknowledged before the question is among them.</summary>
internal sealed class HighWatermarks : IDisposable
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2);

    private readonly Lazy<IAdminClient> _admin;
    private readonly KafkaOptions _options;
    private readonly Following _asking;
    private volatile IReadOnlyDictionary<int, long> _offsets = new Dictionary<int, long>();

    public HighWatermarks(KafkaClients clients, IOptions<KafkaOptions> options)
    {
        _admin = new Lazy<IAdminClient>(() => new AdminClientBuilder(clients.Admin).SetLogHandler(static (_, _) => { }).SetErrorHandler(static (_, _) => { }).Build());
        _options = options.Value;
        _asking = new Following(AskAsync);
    }

    public IAdminClient Admin => _admin.Value;

    /// <summary>By partition, as they are when this is called or later. Callers at the same time share a question.</summary>
    /// <exception cref="KafkaException">Kafka does not answer.</exception>
    public async Task<IReadOnlyDictionary<int, long>> ReadAsync(CancellationToken cancellation)
    {
        await _asking.CatchUpAsync(cancellation);
        return _offsets;
    }

    public void Dispose()
    {
        _asking.Dispose();
        if (_admin.IsValueCreated)
            _admin.Value.Dispose();
    }

    private async Task AskAsync()
    {
        var partitions = Enumerable.Range(0, _options.Partitions).Select(partition => new TopicPartitionOffsetSpec
        {
            TopicPartition = new TopicPartition(_options.AcceptedTopic, partition),
            OffsetSpec = OffsetSpec.Latest(),
        });
        var answer = await Admin.ListOffsetsAsync(partitions, new ListOffsetsOptions { RequestTimeout = AnswerWithin, IsolationLevel = IsolationLevel.ReadUncommitted });
        _offsets = answer.ResultInfos.ToDictionary(
            info => info.TopicPartitionOffsetError.Partition.Value, info => info.TopicPartitionOffsetError.Offset.Value);
    }
}
