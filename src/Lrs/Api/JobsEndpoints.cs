using Jobs;
using Jobs.Turns;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>What runs on the clock, how it went, and how to run it now.</summary>
internal static class JobsEndpoints
{
    private const int RunsShownPerJob = 20;

    public static WebApplication MapJobs(this WebApplication app)
    {
        var jobs = app.MapGroup("/api/v1/jobs").RequireAuthorization(AccessPolicies.Administer).WithTags("Jobs");
        jobs.MapGet("", ListAsync);
        jobs.MapPost("/{name}/runs", RunAsync);
        return app;
    }

    private static async Task<Ok<JobAnswer[]>> ListAsync(
        JobList jobs, JobHistory history, TimeProvider clock, CancellationToken cancellationToken)
    {
        var runs = (await history.LatestAsync(RunsShownPerJob, cancellationToken)).ToLookup(run => run.Job);
        var states = (await history.StatesAsync(cancellationToken)).ToDictionary(state => state.Job);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(jobs.All.Select(job => JobAnswer.Of(job, states.GetValueOrDefault(job.Name), [.. runs[job.Name]], now)).ToArray());
    }

    private static async Task<Results<Ok<JobRunAnswer>, Accepted<StartedRunAnswer>, ProblemHttpResult>> RunAsync(
        string name, JobRunner runner, CancellationToken cancellationToken, bool wait = false)
    {
        if (runner.RunNow(name) is not { } started)
            return TypedResults.Problem($"There is no job \"{name}\".", statusCode: StatusCodes.Status404NotFound, title: "Not found");
        if (wait)
            return TypedResults.Ok(JobRunAnswer.Of(await started.Completion.WaitAsync(cancellationToken)));
        return TypedResults.Accepted("/api/v1/jobs", new StartedRunAnswer(started.Id));
    }
}

/// <summary>Failing: its newest run that ended has failed, and none has succeeded since. Overdue: none has succeeded when one should have.</summary>
internal sealed record JobAnswer(
    string Name,
    string Description,
    string Schedule,
    DateTimeOffset? NextRun,
    DateTimeOffset? LastSuccess,
    bool Failing,
    bool Overdue,
    IReadOnlyList<JobRunAnswer> Runs)
{
    /// <param name="state">Null where no process has had the job yet.</param>
    public static JobAnswer Of(ScheduledJob job, JobState? state, IReadOnlyList<JobRun> runs, DateTimeOffset now) => new(
        job.Name,
        job.Description,
        job.Timetable.InWords,
        job.Timetable.NextAfter(now),
        state?.LastSuccess,
        runs.FirstOrDefault(run => run.FinishedAt is not null) is { Outcome: JobRun.Failed } newest
            && (state?.LastSuccess is not { } success || success < newest.FinishedAt),
        state is not null && job.IsOverdue(state.LastSuccess ?? state.KnownSince, now),
        [.. runs.Select(JobRunAnswer.Of)]);
}

internal sealed record StartedRunAnswer(Guid RunId);

internal sealed record JobRunAnswer(
    Guid Id, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, double? Seconds, long Rows, string Outcome, string? Error, string? Note)
{
    public static JobRunAnswer Of(JobRun run) => new(
        run.Id, run.StartedAt, run.FinishedAt, (run.FinishedAt - run.StartedAt)?.TotalSeconds, run.RowCount, run.Outcome, run.Error, run.Note);
}
