using Analytics.ClickHouse;
using Analytics.Relational;
using Jobs.Turns;

namespace Jobs;

/// <summary>What ran and how it ended, kept in the relational store.</summary>
public sealed class JobHistory(RelationalStore store)
{
    internal const int RunsKeptPerJob = 1_000;

    private static readonly string Host = Environment.MachineName;
    private static readonly string Insert = EmbeddedSql.Load<JobHistory>("InsertJobRun");
    private static readonly string Prune = EmbeddedSql.Load<JobHistory>("PruneJobRuns");
    private static readonly string Latest = EmbeddedSql.Load<JobHistory>("LatestJobRuns");

    /// <summary>A run as it is now: one that starts, or one that has ended and was not recorded before.</summary>
    public Task RecordAsync(JobRun run, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Insert,
            new { run.Id, run.Job, Host, run.StartedAt, run.FinishedAt, run.RowCount, run.Outcome, run.Error, run.Note },
            cancellationToken);

    /// <summary>The newest runs of every job, newest first.</summary>
    public Task<IReadOnlyList<JobRun>> LatestAsync(int perJob, CancellationToken cancellationToken) =>
        store.ReadAsync<JobRun>(Latest, new { perJob }, cancellationToken);

    public Task<JobRun?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.ReadOneAsync<JobRun>("SELECT * FROM job_runs WHERE id = @id", new { id }, cancellationToken);

    /// <summary>The jobs any process has had, and when each last succeeded: also where that run is not in the history.</summary>
    public Task<IReadOnlyList<JobState>> StatesAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<JobState>("SELECT job, known_since, last_success FROM job_turns", null, cancellationToken);

    /// <summary>Forgets all but the newest runs of the job.</summary>
    public Task PruneAsync(string job, CancellationToken cancellationToken) =>
        store.WriteAsync(Prune, new { job, kept = RunsKeptPerJob }, cancellationToken);
}
