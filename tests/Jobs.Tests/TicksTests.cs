using Analytics.Relational;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Testing;

namespace Jobs.Tests;

public sealed class TicksTests : IDisposable
{
    private readonly TemporaryStore _directory = new();
    private int _atOnce;
    private int _most;
    private int _runs;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_slow_job_never_runs_twice_at_once_in_one_process_or_two()
    {
        using var one = await StartAsync();
        using var other = await StartAsync();
        await RunsAsync(5);
        Assert.Equal(JobRun.Succeeded, (await Runner(one).RunNow("quick-job")!.Completion.WaitAsync(ClockHost.Patience)).Outcome);
        Assert.Equal(JobRun.Succeeded, (await Runner(other).RunNow("quick-job")!.Completion.WaitAsync(ClockHost.Patience)).Outcome);
        await RunsAsync(5);
        await one.StopAsync();
        await RunsAsync(5);
        await other.StopAsync();
        Assert.Equal(1, _most);
    }

    [Fact]
    public async Task A_tick_writes_nothing_and_is_not_in_the_clocks_store()
    {
        using var host = await StartAsync();
        await RunsAsync(2);
        using var connection = await host.Services.GetRequiredService<RelationalStore>().OpenAsync(default);
        var before = Writes();
        await RunsAsync(10);
        Assert.Equal(before, Writes());
        await host.StopAsync();

        // What SQLite itself counts: it changes with each commit of another connection that wrote.
        long Writes()
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return (long)command.ExecuteScalar()!;
        }
    }

    private Task<IHost> StartAsync()
    {
        var job = ClockHost.Job("quick-job", Timetable.Every(TimeSpan.FromMilliseconds(20), ""), async (_, cancellationToken) =>
        {
            _most = Math.Max(_most, Interlocked.Increment(ref _atOnce));
            try
            {
                await Task.Delay(30, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _atOnce);
            }

            Interlocked.Increment(ref _runs);
        });
        return ClockHost.StartAsync(_directory, job with { Quiet = true });
    }

    private async Task RunsAsync(int more)
    {
        using var patience = new CancellationTokenSource(ClockHost.Patience);
        for (var enough = _runs + more; _runs < enough;)
            await Task.Delay(10, patience.Token);
    }

    private static JobRunner Runner(IHost host) => host.Services.GetRequiredService<JobRunner>();
}
