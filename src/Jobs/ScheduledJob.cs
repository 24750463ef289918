using Microsoft.Extensions.DependencyInjection;

namespace Jobs;

/// <summary>A job by name, what it does in words, when, and the method to call. The job's class knows nothing of clocks.</summary>
/// <param name="Quiet">A run by the clock is recorded only where it did something or failed: for what mostly finds nothing to do.</param>
public sealed record ScheduledJob(
    string Name,
    string Description,
    Timetable Timetable,
    Func<IServiceProvider, JobRunContext, CancellationToken, Task> RunAsync,
    bool Quiet)
{
    private static readonly TimeSpan TicksMayMiss = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RunsMayTake = TimeSpan.FromHours(1);

    /// <summary>
    /// It should have succeeded again since, and has had time to: a minute for a job that runs every few seconds, an hour for others.
    /// </summary>
    public bool IsOverdue(DateTimeOffset lastSuccess, DateTimeOffset now) =>
        Timetable.NextAfter(lastSuccess) + (Timetable.Interval is null ? RunsMayTake : TicksMayMiss) < now;

    public static ScheduledJob Of<TJob>(
        string name, string description, Timetable timetable, Func<TJob, JobRunContext, CancellationToken, Task> run, bool quiet = false)
        where TJob : notnull =>
        new(name, description, timetable, (services, context, cancellationToken) =>
            run(services.GetRequiredService<TJob>(), context, cancellationToken), quiet);
}

/// <summary>What a job is told of its run, and what it tells back.</summary>
/// <param name="onDemand">Asked for by a person or a caller, and not by the clock.</param>
/// <param name="request">What exactly was asked for; null for the job's usual work.</param>
public sealed class JobRunContext(bool onDemand, object? request = null)
{
    public bool OnDemand { get; } = onDemand;

    public object? Request { get; } = request;

    /// <summary>How much was done, in whatever the job counts. 0 means there was nothing to do.</summary>
    public long Rows { get; set; }

    /// <summary>What was found, in words without personal data; null where there is nothing to say.</summary>
    public string? Note { get; set; }
}
