namespace Jobs.Turns;

/// <summary>A job as the relational store knows it, whichever process runs it.</summary>
public sealed record JobState
{
    public string Job { get; init; } = "";

    /// <summary>When a process first came that has this job.</summary>
    public DateTimeOffset KnownSince { get; init; }

    /// <summary>The end of the newest run that succeeded, up to ten seconds late for a job that runs on an interval.</summary>
    public DateTimeOffset? LastSuccess { get; init; }
}
