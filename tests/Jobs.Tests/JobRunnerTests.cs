using Jobs.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Jobs.Tests;

public sealed class JobRunnerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStore _temporary;
    private readonly ProcessMark _process;
    private readonly JobHistory _history;
    private readonly JobRunner _runner;
    private Func<JobRunContext, CancellationToken, Task> _work = (_, _) => Task.CompletedTask;

    public JobRunnerTests()
    {
        _temporary = new TemporaryStore(_clock);
        _process = new ProcessMark(_temporary.Data);
        _history = new JobHistory(_temporary.Store);
        _runner = new JobRunner(
            new JobList([Job("loud", quiet: false), Job("quiet", quiet: true)]),
            new ServiceCollection().BuildServiceProvider(),
            new JobTurns(_temporary.Store, _process, _clock, NullLogger<JobTurns>.Instance), _history, _clock, NullLogger<JobRunner>.Instance);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        // A run that a test did not wait for still writes into the directory that goes with it.
        await _runner.StopAsync(default);
        _runner.Dispose();
        _process.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task A_run_on_demand_is_recorded_with_what_it_did()
    {
        _work = (run, _) =>
        {
            run.Rows = 42;
            _clock.Advance(TimeSpan.FromSeconds(3));
            return Task.CompletedTask;
        };
        var started = _runner.RunNow("quiet")!;
        var run = await started.Completion;
        Assert.Equal((started.Id, "quiet", JobRun.Succeeded, 42L), (run.Id, run.Job, run.Outcome, run.RowCount));
        Assert.Equal(TimeSpan.FromSeconds(3), run.FinishedAt - run.StartedAt);
        Assert.Equal(run, await _history.FindAsync(started.Id, default));
    }

    [Fact]
    public void There_is_no_run_of_a_job_nobody_knows() => Assert.Null(_runner.RunNow("unknown"));

    [Fact]
    public async Task A_run_that_throws_has_failed_and_the_next_one_goes_on()
    {
        _work = (_, _) => throw new InvalidOperationException("no");
        Assert.Equal(JobRun.Failed, (await _runner.RunNow("loud")!.Completion).Outcome);
        _work = (_, _) => Task.CompletedTask;
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(JobRun.Succeeded, (await _runner.RunNow("loud")!.Completion).Outcome);
        Assert.Equal([JobRun.Succeeded, JobRun.Failed], (await Runs()).Select(run => run.Outcome));
    }

    [Fact]
    public async Task A_quiet_job_is_recorded_by_the_clock_only_where_it_did_something_or_failed()
    {
        await _runner.TickAsync("quiet", default);
        Assert.Empty(await Runs());
        _work = (run, _) => Task.FromResult(run.Rows = 1);
        await _runner.TickAsync("quiet", default);
        Assert.Equal(1, Assert.Single(await Runs()).RowCount);
        await _runner.RunNow("quiet")!.Completion;
        await _runner.RingAsync("loud", _clock.GetUtcNow(), default);
        Assert.Equal(3, (await Runs()).Count);
    }

    [Fact]
    public async Task A_job_that_fails_every_second_for_one_reason_is_recorded_once_a_minute()
    {
        _work = (_, _) => throw new InvalidOperationException("ClickHouse is down");
        for (var second = 0; second < 120; second++)
        {
            await _runner.TickAsync("quiet", default);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, (await Runs()).Count);
        _work = (_, _) => throw new InvalidOperationException("another reason");
        await _runner.TickAsync("quiet", default);
        Assert.Equal(3, (await Runs()).Count);
    }

    [Fact]
    public async Task A_tick_skips_a_job_that_still_runs_and_who_calls_or_rings_waits_for_their_turn()
    {
        var release = new TaskCompletionSource();
        var (atOnce, most, calls) = (0, 0, 0);
        _work = async (_, _) =>
        {
            Interlocked.Increment(ref calls);
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await release.Task;
            Interlocked.Decrement(ref atOnce);
        };
        var byClock = _runner.TickAsync("loud", default);
        await _runner.TickAsync("loud", default);
        var onDemand = _runner.RunNow("loud")!;
        var ring = _runner.RingAsync("loud", _clock.GetUtcNow(), default);
        Assert.False(onDemand.Completion.IsCompleted || ring.IsCompleted);
        release.SetResult();
        await Task.WhenAll(byClock, onDemand.Completion, ring);
        await _runner.RingAsync("loud", _clock.GetUtcNow(), default);
        Assert.Equal((3, 1), (calls, most));
    }

    [Fact]
    public async Task Who_asks_for_the_same_before_it_starts_joins_the_run_that_waits()
    {
        var release = new TaskCompletionSource();
        _work = (_, _) => release.Task;
        var running = _runner.TickAsync("loud", default);
        var first = _runner.RunNow("loud")!;
        Assert.Equal(first.Id, _runner.RunNow("loud")!.Id);
        var another = _runner.RunNow("loud", request: "something else")!;
        Assert.NotEqual(first.Id, another.Id);
        release.SetResult();
        await Task.WhenAll(running, first.Completion, another.Completion);
        var later = _runner.RunNow("loud")!;
        Assert.NotEqual(first.Id, later.Id);
        await later.Completion;
    }

    [Fact]
    public async Task A_stop_ends_what_runs_and_says_so()
    {
        var started = new TaskCompletionSource();
        _work = async (_, cancellationToken) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };
        var run = _runner.RunNow("loud")!;
        await started.Task;
        await _runner.StopAsync(default);
        Assert.Equal((JobRun.Failed, "Stopped with the service."), ((await _history.FindAsync(run.Id, default))!.Outcome, (await run.Completion).Error));
    }

    [Fact]
    public async Task The_history_keeps_the_newest_thousand_runs_of_each_job()
    {
        var other = new JobRun { Id = Guid.NewGuid(), Job = "other", StartedAt = _clock.GetUtcNow() };
        await _history.RecordAsync(other, default);
        for (var i = 0; i < JobHistory.RunsKeptPerJob + 5; i++)
            await _history.RecordAsync(new JobRun { Id = Guid.NewGuid(), Job = "loud", StartedAt = _clock.GetUtcNow().AddSeconds(i) }, default);
        await _history.PruneAsync("loud", default);
        var kept = await _history.LatestAsync(int.MaxValue, default);
        Assert.Equal(JobHistory.RunsKeptPerJob, kept.Count(run => run.Job == "loud"));
        Assert.Equal(_clock.GetUtcNow().AddSeconds(5), kept.Where(run => run.Job == "loud").Min(run => run.StartedAt));
        Assert.Contains(kept, run => run.Id == other.Id);
    }

    private Task<IReadOnlyList<JobRun>> Runs() => _history.LatestAsync(1_000, default);

    private ScheduledJob Job(string name, bool quiet) =>
        new(name, "", Timetable.Every(TimeSpan.FromSeconds(1), ""), (_, run, cancellationToken) => _work(run, cancellationToken), quiet);
}
