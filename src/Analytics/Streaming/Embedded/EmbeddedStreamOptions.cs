using System.ComponentModel.DataAnnotations;

namespace Analytics.Streaming.Embedded;

/// <summary>The in-process statement stream.</summary>
public sealed class EmbeddedStreamOptions
{
    public const string Section = "Streaming:Embedded";

    /// <summary>The most statements that are stored in one insert. Default: 10,000.</summary>
    [Range(1, 500_000)]
    public int MaxGroupRows { get; set; } = 10_000;

    /// <summary>How many bytes of statements may wait, for the journal and for ClickHouse; beyond it, requests are answered 503 at once. Default: 128 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxWaitingBytes { get; set; } = 128L * 1024 * 1024;

    /// <summary>How long statements in the journal wait for others, so that one insert stores all; not at all where somebody reads. Default: 100 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan LingerAtMost { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a request that needs ClickHouse waits while it is away, before 503. Default: 5 seconds.</summary>
    public TimeSpan TryAgainFor { get; set; } = TimeSpan.FromSeconds(5);
}
