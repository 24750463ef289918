using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs;

/// <summary>
/// Starts the jobs that run on an interval of seconds, from a timer of this process: a tick that was missed needs no making up, so a store
/// of times has nothing to remember of them. Which of several processes runs the job is a matter of its turn.
/// </summary>
internal sealed class Ticks(JobList jobs, JobRunner runner, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<Ticks> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Jobs need what other parts start: the store's tables, ClickHouse.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.WhenAll(jobs.All.Where(job => job.Timetable.Interval is not null).Select(job => TickAsync(job, stoppingToken)));
    }

    private async Task TickAsync(ScheduledJob job, CancellationToken stopping)
    {
        var interval = job.Timetable.Interval!.Value;
        var rest = interval;
        while (true)
        {
            await Task.Delay(rest, clock, stopping);
            var begun = clock.GetTimestamp();
            try
            {
                await runner.TickAsync(job.Name, stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                // The store could not be asked whose turn it is; the next tick asks again.
                logger.TickFailed(exception, job.Name);
            }

            // From begin to begin; but one that took longer than that leaves others as long as it took beyond it: under load, what comes in goes first.
            rest = (clock.GetElapsedTime(begun) - interval).Duration();
        }
    }
}
