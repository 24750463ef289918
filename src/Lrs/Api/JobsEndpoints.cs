using Jobs;
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
        var now = clock.GetUtcNow();
        return TypedResults.Ok(jobs.All.Select(job => new JobAnswer(
            job.Name,
            job.Description,
            job.Timetable.InWords,
            job.Timetable.NextAfter(now),
            [.. runs[job.Name].Select(JobRunAnswer.Of)])).ToArray());
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

internal sealed record JobAnswer(string Name, string Description, string Schedule, DateTimeOffset? NextRun, IReadOnlyList<JobRunAnswer> Runs);

internal sealed record StartedRunAnswer(Guid RunId);

internal sealed record JobRunAnswer(
    Guid Id, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, double? Seconds, long Rows, string Outcome, string? Error, string? Note)
{
    public static JobRunAnswer Of(JobRun run) => new(
        run.Id, run.StartedAt, run.FinishedAt, (run.FinishedAt - run.StartedAt)?.TotalSeconds, run.RowCount, run.Outcome, run.Error, run.Note);
}
