namespace Jobs;

/// <summary>One run of a job: running, or how it ended.</summary>
public sealed record JobRun
{
    public const string Running = "running";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";

    public Guid Id { get; init; }

    public string Job { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public long RowCount { get; init; }

    public string Outcome { get; init; } = Running;

    public string? Error { get; init; }

    /// <summary>What the run found, in words without personal data; null for most.</summary>
    public string? Note { get; init; }
}
