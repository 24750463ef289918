using Analytics;
using Jobs.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs;

/// <summary>A run that was asked for: its id at once, its end when it comes.</summary>
public sealed record StartedRun(Guid Id, Task<JobRun> Completion);

/// <summary>
/// Runs jobs, by the clock or on demand, no job twice at once in any process, and keeps the history. A tick skips a job that is still
/// running; who rings or calls waits for their turn, because what they want done may have come too late for the run before.
/// </summary>
public sealed class JobRunner : IHostedService, IDisposable
{
    private readonly Dictionary<string, RunningJob> _jobs;
    private readonly IServiceProvider _services;
    private readonly JobTurns _turns;
    private readonly JobHistory _history;
    private readonly TimeProvider _clock;
    private readonly ILogger<JobRunner> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private Task? _stopped;

    public JobRunner(
        JobList jobs, IServiceProvider services, JobTurns turns, JobHistory history, TimeProvider clock, ILogger<JobRunner> logger)
    {
        _jobs = jobs.All.ToDictionary(job => job.Name, job => new RunningJob(job), StringComparer.Ordinal);
        (_services, _turns, _history, _clock, _logger) = (services, turns, history, clock, logger);
    }

    /// <summary>Null where there is no such job. Who asks for the same again before it has started joins the run that waits.</summary>
    /// <param name="request">What exactly to do; null for the job's usual work.</param>
    public StartedRun? RunNow(string name, object? request = null)
    {
        if (!_jobs.TryGetValue(name, out var job))
            return null;
        lock (job)
        {
            if (job.Waiting.TryGetValue(request ?? "", out var waiting))
                return waiting;
            var id = NewId();
            return job.Waiting[request ?? ""] = new StartedRun(id, Task.Run(() => RunOnDemandAsync(job, id, request)));
        }
    }

    /// <summary>A run of a job that looks for work every few seconds; none where it is running already, here or elsewhere.</summary>
    public async Task TickAsync(string name, CancellationToken cancellationToken)
    {
        var job = _jobs[name];
        if (!await job.Gate.WaitAsync(TimeSpan.Zero, CancellationToken.None))
            return;
        try
        {
            // Kept until the next tick: taking and giving back a turn every second would be most of what is ever written.
            if (await _turns.KeepOrTakeAsync(name, cancellationToken) is { } turn)
                await RunAsync(job, NewId(), new JobRunContext(onDemand: false), turn, cancellationToken);
        }
        finally
        {
            job.Gate.Release();
        }
    }

    /// <summary>A run by the clock, as soon as it may; none where another process has made it.</summary>
    /// <param name="ring">The time that has come; null for a run that a crash cut short and that is made again.</param>
    public async Task RingAsync(string name, DateTimeOffset? ring, CancellationToken cancellationToken)
    {
        var job = _jobs[name];
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, cancellationToken);
        await job.Gate.WaitAsync(stopping.Token);
        try
        {
            await RunInTurnAsync(job, NewId(), new JobRunContext(onDemand: false), ring, stopping.Token);
        }
        finally
        {
            job.Gate.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs are told to stop, and have ended and been recorded when this returns.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _stopped ??= StopRunsAsync(cancellationToken);

    public void Dispose() => _stopping.Dispose();

    private async Task StopRunsAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        // Each gate is kept: nothing starts any more.
        foreach (var job in _jobs.Values)
            await job.Gate.WaitAsync(cancellationToken);
    }

    private Guid NewId() => Guid.CreateVersion7(_clock.GetUtcNow());

    private async Task<JobRun> RunOnDemandAsync(RunningJob job, Guid id, object? request)
    {
        await job.Gate.WaitAsync(_stopping.Token);
        try
        {
            lock (job)
                job.Waiting.Remove(request ?? "");
            return (await RunInTurnAsync(job, id, new JobRunContext(onDemand: true, request), ring: null, _stopping.Token))!;
        }
        finally
        {
            job.Gate.Release();
        }
    }

    private async Task<JobRun?> RunInTurnAsync(RunningJob job, Guid id, JobRunContext context, DateTimeOffset? ring, CancellationToken stopping)
    {
        if (await _turns.WaitAsync(job.Job.Name, ring, stopping) is not { } turn)
            return null;
        try
        {
            return await RunAsync(job, id, context, turn, stopping);
        }
        finally
        {
            await _turns.ReturnAsync(job.Job.Name);
        }
    }

    private async Task<JobRun> RunAsync(RunningJob job, Guid id, JobRunContext context, JobTurn turn, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, turn.Lost);
        var quiet = job.Job.Quiet && !context.OnDemand;
        var run = new JobRun { Id = id, Job = job.Job.Name, StartedAt = _clock.GetUtcNow() };
        if (!quiet)
            await _history.RecordAsync(run, stopping);
        var exception = await CallAsync(job.Job, context, end.Token);
        run = run with
        {
            FinishedAt = _clock.GetUtcNow(),
            RowCount = context.Rows,
            Outcome = exception is null ? JobRun.Succeeded : JobRun.Failed,
            Error = Describe(exception, turn, stopping),
            Note = context.Note,
        };
        if (exception is null)
            turn.LastSuccess = run.FinishedAt;
        Measure(run);
        if (quiet && !job.IsWorthRecording(run))
            return run;
        Log(run, exception);
        // Recorded even while stopping: a run that ended must not look like one that was interrupted.
        await _history.RecordAsync(run, CancellationToken.None);
        if (job.TimeToPrune())
            await _history.PruneAsync(job.Job.Name, CancellationToken.None);
        return run;
    }

    private async Task<Exception?> CallAsync(ScheduledJob job, JobRunContext context, CancellationToken stopping)
    {
        using var span = Telemetry.Traces.StartActivity("run job");
        span?.SetTag("job.name", job.Name);
        try
        {
            await job.RunAsync(_services, context, stopping);
            return null;
        }
        catch (Exception exception)
        {
            // Whatever a job throws is the outcome of its run; the clock goes on.
            return exception;
        }
    }

    private static void Measure(JobRun run)
    {
        var job = new KeyValuePair<string, object?>("job.name", run.Job);
        Telemetry.JobRuns.Add(1, job, new("outcome", run.Outcome));
        Telemetry.JobDuration.Record((run.FinishedAt!.Value - run.StartedAt).TotalSeconds, job);
        Telemetry.JobRows.Add(run.RowCount, job);
        if (run.Outcome == JobRun.Succeeded)
            Telemetry.JobSucceeded(run.Job, run.FinishedAt.Value);
    }

    private void Log(JobRun run, Exception? exception)
    {
        var elapsed = run.FinishedAt!.Value - run.StartedAt;
        if (exception is null)
            _logger.JobSucceeded(run.Job, run.RowCount, elapsed);
        else
            _logger.JobFailed(exception, run.Job, elapsed);
    }

    private static string? Describe(Exception? exception, JobTurn turn, CancellationToken stopping)
    {
        const int maxLength = 2_000;
        var text = exception switch
        {
            null => null,
            OperationCanceledException when stopping.IsCancellationRequested => "Stopped with the service.",
            OperationCanceledException when turn.Lost.IsCancellationRequested => "Interrupted: the relational store could not be reached to keep the turn.",
            _ => $"{exception.GetType().Name}: {exception.Message}",
        };
        return text?.Length > maxLength ? text[..maxLength] : text;
    }
}
