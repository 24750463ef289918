using Analytics.ClickHouse;
using Dapper;
using Jobs.Turns;
using Npgsql;
using Testing;

namespace Jobs.Tests;

/// <summary>Several processes over one PostgreSQL.</summary>
public sealed class ClusteredClockTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [SkippableFact]
    public async Task Of_two_clustered_processes_one_makes_each_run()
    {
        Skip.IfNot(postgres.IsThere, "PostgreSQL is not installed.");
        var (atOnce, most) = (0, 0);
        var started = new List<DateTimeOffset>();
        var job = ClockHost.Job("shared-job", Timetable.At("* * * * * ?", ""), async (_, _) =>
        {
            lock (started)
                started.Add(TimeProvider.System.GetUtcNow());
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(50, CancellationToken.None);
            Interlocked.Decrement(ref atOnce);
        });
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        var store = new ClockStore(_ => database, Clustered: true);
        // A directory each: what keeps them apart is the clock's store alone.
        using var directoryOfOne = new TemporaryStore();
        using var directoryOfOther = new TemporaryStore();
        using var one = await ClockHost.StartAsync(directoryOfOne, store, job);
        using var other = await ClockHost.StartAsync(directoryOfOther, store, job);
        using var patience = new CancellationTokenSource(ClockHost.Patience);
        while (started.Count < 5)
            await Task.Delay(20, patience.Token);
        await using (var connection = await database.OpenConnectionAsync())
            Assert.Equal(2, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM qrtz_scheduler_state"));
        await one.StopAsync();
        await other.StopAsync();
        Assert.Equal(1, most);
        Assert.True(started.Count <= (started.Max() - started.Min()).TotalSeconds + 2, string.Join(", ", started));
    }

    [SkippableFact]
    public async Task Turns_go_round_there_by_the_same_sql()
    {
        Skip.IfNot(postgres.IsThere, "PostgreSQL is not installed.");
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var connection = await database.OpenConnectionAsync();
        foreach (var (name, sql) in EmbeddedSql.LoadAll(typeof(EmbeddedSql).Assembly, "Analytics.Relational.Migrations"))
        {
            if (name.EndsWith("_job_runs", StringComparison.Ordinal) || name.EndsWith("_job_turns", StringComparison.Ordinal))
                await connection.ExecuteAsync(sql);
        }

        var at = (int second) => $"2026-03-02T03:00:{second:00}.000000Z";
        Assert.Equal(1, await RunAsync("TakeJobTurn", new { job = "job", now = at(0), holder = "one", until = at(30), ring = (string?)null, after = at(0) }));
        Assert.Equal(0, await RunAsync("TakeJobTurn", new { job = "job", now = at(1), holder = "other", until = at(31), ring = at(0), after = at(1) }));
        Assert.Equal(1, await RunAsync("RenewJobTurn", new { job = "job", holder = "one", until = at(40), lastSuccess = (string?)null }));
        Assert.Equal(0, await RunAsync("FailRunsWithoutTurn", new { now = at(2), error = "" }));
        Assert.Equal(1, await RunAsync("ReturnJobTurn", new { job = "job", holder = "one", lastSuccess = at(3) }));
        Assert.Equal(1, await RunAsync("TakeJobTurn", new { job = "job", now = at(4), holder = "other", until = at(34), ring = at(0), after = at(4) }));
        Assert.Equal(0, await RunAsync("TakeJobTurn", new { job = "job", now = at(5), holder = "other", until = at(35), ring = at(0), after = at(5) }));
        Assert.Equal(0, await RunAsync("FailRunsBeforeTurn", new { job = "job", now = at(5), error = "" }));

        Task<int> RunAsync(string name, object parameters) => connection.ExecuteAsync(EmbeddedSql.Load<JobTurns>(name), parameters);
    }
}
