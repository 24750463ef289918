using System.ComponentModel.DataAnnotations;

namespace Analytics.Streaming;

/// <summary>The in-process statement stream.</summary>
public sealed class EmbeddedStreamOptions
{
    public const string Section = "Streaming:Embedded";

    /// <summary>The most statements that are stored in one insert. Default: 10,000.</summary>
    [Range(1, 500_000)]
    public int MaxGroupRows { get; set; } = 10_000;

    /// <summary>How many bytes of statements may wait; beyond it, requests are answered 503 at once. Default: 128 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxWaitingBytes { get; set; } = 128L * 1024 * 1024;

    /// <summary>
    /// How long the next insert waits for clients that were just answered, while fewer requests wait than were under way. Default: 3 ms.
    /// </summary>
    public TimeSpan LingerAtMost { get; set; } = TimeSpan.FromMilliseconds(3);

    /// <summary>How long a group is tried again while ClickHouse is away, before its requests are answered 503. Default: 5 seconds.</summary>
    public TimeSpan TryAgainFor { get; set; } = TimeSpan.FromSeconds(5);
}
