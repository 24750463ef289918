namespace Jobs;

/// <summary>All jobs there are: the schedule, or in a test what stands in for it.</summary>
public sealed record JobList(IReadOnlyList<ScheduledJob> All);

/// <summary>A job as the runner sees it: whether it runs, who waits, what was last recorded.</summary>
internal sealed class RunningJob(ScheduledJob job)
{
    private const int RunsBetweenPrunings = 100;
    private static readonly TimeSpan SameFailureRecordedAfter = TimeSpan.FromMinutes(1);

    private JobRun? _lastRecorded;
    private int _recorded;

    public ScheduledJob Job { get; } = job;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Runs that were asked for and have not started, by what was asked for. Guarded by a lock on this.</summary>
    public Dictionary<object, StartedRun> Waiting { get; } = [];

    /// <summary>
    /// For a job that runs every few seconds: it did something, or it failed, and for the same reason no more than once a minute. Called
    /// inside the gate.
    /// </summary>
    public bool IsWorthRecording(JobRun run)
    {
        var sameFailure = run.Outcome == JobRun.Failed
            && run.Error == _lastRecorded?.Error
            && run.FinishedAt - _lastRecorded?.FinishedAt < SameFailureRecordedAfter;
        if (sameFailure || run is { Outcome: JobRun.Succeeded, RowCount: 0 })
            return false;
        _lastRecorded = run;
        return true;
    }

    public bool TimeToPrune() => ++_recorded % RunsBetweenPrunings == 0;
}
