using Analytics;
using Analytics.Relational;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Jobs;

/// <summary>
/// The only class that knows the scheduler, for the jobs that run at times of day: Quartz keeps the times in the relational store, it
/// rings, the runner runs. Another scheduler needs this file written again, no job.
/// </summary>
internal sealed class QuartzAdapter(JobRunner runner) : IJob
{
    private const int Threads = 4;

    // TRICKY: a run that is made again after a crash has the time of the one that was cut short, which has been served in name only.
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        new(runner.RingAsync(context.JobDetail.Key.Name, context.Recovering ? null : context.ScheduledFireTimeUtc, cancellationToken));

    /// <param name="clustered">The relational store is a PostgreSQL, whose processes share the work and stand in for one that died; else this machine's SQLite.</param>
    public static void Add(IServiceCollection services, bool clustered)
    {
        // What runs is told by the job history; Quartz's own lines each second are not.
        services.AddLogging(logging => logging.AddFilter("Quartz", LogLevel.Warning));
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                if (clustered)
                {
                    store.UsePostgres(Connect);
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite(Connect);
                }

                // Its own tables, by its own script for the database: all that is in them can be made from Schedule.cs.
                store.ProvisionSchema();
            });
            quartz.UseDefaultThreadPool(Threads);
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        });
        services.AddSingleton<ClockRuns>();
        services.AddSingleton<IReadiness>(provider => provider.GetRequiredService<ClockRuns>());
        services.AddHostedService<TimesInStore>();
        services.AddQuartzHostedService(hosted =>
        {
            hosted.WaitForJobsToComplete = true;
            // Jobs need what other parts start: the store's tables, ClickHouse.
            hosted.AwaitApplicationStarted = true;
        });

        static void Connect(DataSourceOptions source) => source.DataSourceFactory = provider => provider.GetRequiredService<RelationalStore>().DataSource;
    }

    /// <summary>
    /// Before the clock starts: its store holds the jobs of this version and no others. A time that has not changed is left alone, so that
    /// what was missed while nothing ran is still known.
    /// </summary>
    private sealed class TimesInStore(ISchedulerFactory factory, JobList jobs, RelationalStore store, ClockRuns readiness) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            // Its tables are made by the first who asks for it, and only by the first.
            await using var alone = await store.LockAsync("clock", cancellationToken);
            var scheduler = await factory.GetScheduler(cancellationToken);
            readiness.Watch(scheduler);
            var timed = jobs.All.Where(job => job.Timetable.Cron is not null).ToList();
            var stored = await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken);
            await scheduler.DeleteJobs([.. stored.Except(timed.Select(KeyOf))], cancellationToken);
            foreach (var job in timed)
                await StoreAsync(scheduler, job, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private static async Task StoreAsync(IScheduler scheduler, ScheduledJob job, CancellationToken cancellationToken)
        {
            // Recovery: a run that a crash cut short is made again.
            var detail = JobBuilder.Create<QuartzAdapter>().WithIdentity(KeyOf(job)).StoreDurably().RequestRecovery().DisallowConcurrentExecution().Build();
            await scheduler.AddJob(detail, AddJobOptions.Replacing, cancellationToken);
            var key = new TriggerKey(job.Name);
            if (await scheduler.GetTrigger(key, cancellationToken) is ICronTrigger trigger && trigger.CronExpressionString == job.Timetable.Cron)
            {
                // One that Quartz has given up, after it could not write to its store several times, rings again.
                await scheduler.ResetTriggerFromErrorState(key, cancellationToken);
                return;
            }

            // However many times were missed, the run is made up once.
            var times = TriggerBuilder.Create().WithIdentity(key).ForJob(KeyOf(job)).WithCronSchedule(
                job.Timetable.Cron!,
                cron => cron.InTimeZone(Timetable.Wib).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));
            await scheduler.ScheduleJob(times.Build(), ScheduleJobOptions.Replacing, cancellationToken);
        }

        private static JobKey KeyOf(ScheduledJob job) => new(job.Name);
    }
}
