using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Analytics.Streaming.Kafka;

/// <summary>Whether statements go over Kafka, and what it is reached with.</summary>
public sealed class KafkaConnectionOptions : IValidatableObject
{
    /// <summary>Bootstrap servers, <c>host:port</c> separated by commas. Default: none, the embedded stream is used.</summary>
    [ConfigurationKeyName("LRS_KAFKA")]
    public string Servers { get; set; } = "";

    /// <summary>The native library <c>librdkafka</c>, 2.3 or newer. Default: the system's <c>librdkafka.so.1</c>.</summary>
    [ConfigurationKeyName("LRS_LIBRDKAFKA")]
    public string Library { get; set; } = "";

    public bool IsUsed => Servers.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsUsed && NativeLibrary.TryLoad(Library) is { } problem)
            yield return new ValidationResult(problem);
    }
}

/// <summary>The topics, and how statements get there and away from there.</summary>
public sealed class KafkaOptions
{
    public const string Section = "Kafka";

    /// <summary>
    /// The most partitions there may be: each has a residue class of microseconds in which its statements are stored, and more of them would
    /// leave each too few (<see cref="Ingest.StoredClock"/>).
    /// </summary>
    public const int MostPartitions = 64;

    /// <summary>What the names of topics and of the consumer group begin with. Default: lrs.statements.</summary>
    [Required]
    [RegularExpression("[A-Za-z0-9._-]{1,200}")]
    public string TopicPrefix { get; set; } = "lrs.statements";

    /// <summary>Of the topic of accepted statements; checked at every start. Default: 12.</summary>
    [Range(1, MostPartitions)]
    public int Partitions { get; set; } = 12;

    /// <summary>How many brokers have each partition; checked at every start. Default: 3, or as many brokers as there are where fewer.</summary>
    [Range(1, 15)]
    public int? Replication { get; set; }

    /// <summary>How long Kafka keeps what was accepted, longer than ingest is ever down. Default: 14 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan RetainFor { get; set; } = TimeSpan.FromDays(14);

    /// <summary>The largest message: a statement with its provider and authority. Default: 17 MiB.</summary>
    [Range(64 * 1024, 90 * 1024 * 1024)]
    public int MaxMessageBytes { get; set; } = 17 * 1024 * 1024;

    /// <summary>How many bytes of statements may wait for Kafka; beyond it, requests are answered 503 at once. Default: 128 MiB.</summary>
    [Range(1024 * 1024, 2_000_000_000)]
    public long MaxWaitingBytes { get; set; } = 128L * 1024 * 1024;

    /// <summary>How long Kafka may take to acknowledge, before a request is answered 503. Default: 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PublishWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a GET waits for what was accepted before it and is not stored yet. Default: 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan ReadYourWritesWithin { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Further settings of the client by librdkafka's names, for TLS and SASL: <c>Kafka__Client__security.protocol=SASL_SSL</c>.</summary>
    public Dictionary<string, string> Client { get; set; } = [];

    internal string AcceptedTopic => TopicPrefix + ".accepted";

    internal string SetAsideTopic => TopicPrefix + ".set_aside";

    internal string ConsumerGroup => TopicPrefix + ".ingest";
}
