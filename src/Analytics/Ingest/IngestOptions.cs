using System.ComponentModel.DataAnnotations;

namespace Analytics.Ingest;

/// <summary>From Kafka to ClickHouse.</summary>
public sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>The most statements that are stored in one insert. Default: 20,000.</summary>
    [Range(1, 500_000)]
    public int MaxBatchRows { get; set; } = 20_000;

    /// <summary>The most bytes of statements that are stored in one insert, one statement at least. Default: 64 MiB.</summary>
    [Range(1024, int.MaxValue)]
    public long MaxBatchBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>How long a batch waits for more after its first statement. Default: 5 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Linger { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// The longest that a batch waits for more while statements keep coming: three times as long as the last took to be stored, and no longer
    /// than this. One that comes after a pause waits for <see cref="Linger"/> alone. Default: 250 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan LingerAtMost { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a process that has nothing to store says how far it is: what others' statements wait for to be seen. Default: 200 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.020", "00:00:10")]
    public TimeSpan HeartbeatEvery { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause between two tries while ClickHouse is away. Default: 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan TryAgainAtMost { get; set; } = TimeSpan.FromSeconds(5);
}
