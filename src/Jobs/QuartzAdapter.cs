using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Jobs;

/// <summary>The only class that knows the scheduler: it rings, the runner runs. Another scheduler needs this file written again, no job.</summary>
internal sealed class QuartzAdapter(JobRunner runner) : IJob
{
    private const int Threads = 4;

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        new(runner.RunByClockAsync(context.JobDetail.Key.Name, cancellationToken));

    public static void Add(IServiceCollection services, IReadOnlyList<ScheduledJob> jobs)
    {
        // What runs is told by the job history; Quartz's own lines each second are not.
        services.AddLogging(logging => logging.AddFilter("Quartz", LogLevel.Warning));
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(Threads);
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            foreach (var job in jobs)
            {
                quartz.AddJob<QuartzAdapter>(detail => detail.WithIdentity(job.Name).StoreDurably().DisallowConcurrentExecution());
                quartz.AddTrigger<QuartzAdapter>(trigger => SetTime(trigger.ForJob(job.Name).WithIdentity(job.Name), job.Timetable));
            }
        });
        services.AddQuartzHostedService(hosted =>
        {
            hosted.WaitForJobsToComplete = true;
            // Jobs need what other parts start: the store's tables, ClickHouse.
            hosted.AwaitApplicationStarted = true;
        });
    }

    private static void SetTime(ITriggerConfigurator<QuartzAdapter> trigger, Timetable timetable)
    {
        if (timetable.Interval is { } interval)
            trigger.WithSimpleSchedule(interval);
        else
            trigger.WithCronSchedule(timetable.Cron!, cron => cron.InTimeZone(Timetable.Wib));
    }
}
