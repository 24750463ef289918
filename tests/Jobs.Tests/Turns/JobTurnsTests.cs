using Jobs.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Jobs.Tests.Turns;

/// <summary>Two processes on one store; the time is ours.</summary>
public class JobTurnsTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStore _directory;
    private readonly ProcessMark _markOfOne;
    private readonly ProcessMark _markOfOther;
    private readonly JobTurns _one;
    private readonly JobTurns _other;

    public JobTurnsTests()
        : this(clock => new TemporaryStore(clock))
    {
    }

    protected JobTurnsTests(Func<TimeProvider, TemporaryStore> createStore)
    {
        _directory = createStore(_clock);
        (_markOfOne, _markOfOther) = (new ProcessMark(_directory.Data), new ProcessMark(_directory.Data));
        (_one, _other) = (Turns(_markOfOne), Turns(_markOfOther));
    }

    public void Dispose()
    {
        _markOfOne.Dispose();
        _markOfOther.Dispose();
        _directory.Dispose();
    }

    [SkippableFact]
    public async Task A_turn_is_one_processs_until_it_is_given_back()
    {
        Assert.NotNull(await _one.KeepOrTakeAsync("job", default));
        Assert.Null(await _other.KeepOrTakeAsync("job", default));
        Assert.NotNull(await _other.KeepOrTakeAsync("other-job", default));
        await _one.ReturnAsync("job");
        Assert.NotNull(await _other.KeepOrTakeAsync("job", default));
    }

    [SkippableFact]
    public async Task A_kept_turn_is_given_up_when_another_process_waits_for_it()
    {
        await _one.KeepOrTakeAsync("job", default);
        var waiting = _other.WaitAsync("job", null, default);
        while (await _one.KeepOrTakeAsync("job", default) is not null)
            await Task.Delay(10);
        Assert.Null(await _one.KeepOrTakeAsync("job", default));
        // Its wait goes by the clock.
        while (!waiting.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(10);
        }

        Assert.NotNull(await waiting);
        Assert.Null(await _one.KeepOrTakeAsync("job", default));
    }

    [SkippableFact]
    public async Task A_time_of_the_clock_is_served_once_and_a_run_that_is_made_again_has_no_time()
    {
        var (one, two) = (_clock.GetUtcNow(), _clock.GetUtcNow().AddDays(1));
        Assert.NotNull(await _one.WaitAsync("job", one, default));
        await _one.ReturnAsync("job");
        Assert.Null(await _other.WaitAsync("job", one, default));
        Assert.NotNull(await _other.WaitAsync("job", null, default));
        await _other.ReturnAsync("job");
        Assert.NotNull(await _other.WaitAsync("job", two, default));
    }

    [SkippableFact]
    public async Task A_turn_that_is_not_renewed_runs_out_and_whoever_had_it_is_told_to_stop()
    {
        var turn = (await _one.WaitAsync("job", null, default))!;
        _clock.Advance(JobTurns.RenewedEvery);
        await _one.RenewAsync(default);
        _clock.Advance(JobTurns.HeldFor);
        Assert.Null(await _other.KeepOrTakeAsync("job", default));
        Assert.False(turn.Lost.IsCancellationRequested);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await _other.KeepOrTakeAsync("job", default));
        await _one.RenewAsync(default);
        Assert.True(turn.Lost.IsCancellationRequested);
        await _one.ReturnAsync("job");
        Assert.Null(await _one.KeepOrTakeAsync("job", default));
    }

    [SkippableTheory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task At_start_the_turns_of_dead_processes_of_this_host_are_free_and_their_runs_have_failed(bool died, bool failed)
    {
        await _one.WaitAsync("job", null, default);
        var history = new JobHistory(_directory.Store);
        var run = new JobRun { Id = Guid.NewGuid(), Job = "job", StartedAt = _clock.GetUtcNow() };
        await history.RecordAsync(run, default);
        var mark = _markOfOne.Name;
        if (died)
        {
            _markOfOne.Dispose();
            // The system unlocks a dead process's mark, and does not remove it.
            await File.WriteAllTextAsync(Path.Combine(_directory.Directory, "processes", mark), "");
        }

        Assert.Equal(failed ? 1 : 0, await _other.BeginAsync(["job"], default));
        Assert.Equal(failed ? JobRun.Failed : JobRun.Running, (await history.FindAsync(run.Id, default))!.Outcome);
        Assert.Equal(failed, await _other.KeepOrTakeAsync("job", default) is not null);
    }

    [SkippableFact]
    public async Task A_run_of_a_host_that_died_has_failed_when_its_turn_has_run_out_and_is_taken()
    {
        await _one.WaitAsync("job", null, default);
        var history = new JobHistory(_directory.Store);
        var run = new JobRun { Id = Guid.NewGuid(), Job = "job", StartedAt = _clock.GetUtcNow() };
        await history.RecordAsync(run, default);
        _clock.Advance(JobTurns.HeldFor + TimeSpan.FromSeconds(1));
        Assert.NotNull(await _other.WaitAsync("job", null, default));
        var marked = (await history.FindAsync(run.Id, default))!;
        Assert.Equal((JobRun.Failed, _clock.GetUtcNow()), (marked.Outcome, marked.FinishedAt));
    }

    [SkippableFact]
    public async Task The_last_success_is_written_down_when_the_turn_is_renewed_or_given_back()
    {
        await _one.BeginAsync(["job"], default);
        var turn = (await _one.KeepOrTakeAsync("job", default))!;
        turn.LastSuccess = _clock.GetUtcNow();
        Assert.Null(await LastSuccess());
        await _one.RenewAsync(default);
        Assert.Equal(turn.LastSuccess, await LastSuccess());
        turn.LastSuccess = _clock.GetUtcNow().AddSeconds(3);
        await _one.ReturnAllAsync();
        Assert.Equal(turn.LastSuccess, await LastSuccess());
    }

    private async Task<DateTimeOffset?> LastSuccess() => Assert.Single(await new JobHistory(_directory.Store).StatesAsync(default)).LastSuccess;

    private JobTurns Turns(ProcessMark mark) => new(_directory.Store, mark, _clock, NullLogger<JobTurns>.Instance);
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class JobTurnsOnPostgresTests(PostgresFixture postgres) : JobTurnsTests(clock => postgres.CreateStore(clock));
