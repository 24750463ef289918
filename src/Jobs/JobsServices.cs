using Analytics.ClickHouse;
using Analytics.Compliance;
using Analytics.Files;
using Analytics.Relational;
using Jobs.ComputeCompliance;
using Jobs.MakeAgencyReports;
using Jobs.Reports;
using Jobs.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jobs;

public static class JobsServices
{
    /// <summary>The clock's times stand in the relational store, which is SQLite: of one machine, and not clustered.</summary>
    internal static ClockStore OnRelationalStore { get; } =
        new(provider => provider.GetRequiredService<RelationalStore>().DataSource, Clustered: false);

    /// <summary>Adds the jobs, the reports they make (over the relational store, ClickHouse and compliance) and, unless this process leaves it to another, the clock that starts them.</summary>
    /// <param name="withClock">False in a process without the role <c>jobs</c>: it runs what it is asked to, and nothing by itself.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, bool withClock = true)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddContentFiles();
        services.AddSingleton(provider =>
        {
            var reader = new ReportReader(provider.GetRequiredService<ClickHouseClient>());
            return new ReportSource(reader.AgencyCodesAsync, reader.PeopleAsync);
        });
        services.AddSingleton(provider =>
        {
            var compliance = provider.GetRequiredService<ComplianceComputation>();
            return new ComplianceWork(compliance.ComputeChangedAsync, compliance.RecomputeEveryoneAsync);
        });
        services.AddSingleton<AgencyReports>();
        services.AddSingleton<ReportSchedules>();
        services.AddSingleton<ComputeChangedCompliance>();
        services.AddSingleton<ComputeEveryonesCompliance>();
        services.AddSingleton<MakeAgencyReportsJob>();
        return withClock ? services.AddClock(Schedule.All, OnRelationalStore) : services.AddRunner(Schedule.All);
    }

    internal static IServiceCollection AddClock(this IServiceCollection services, IReadOnlyList<ScheduledJob> jobs, ClockStore store)
    {
        services.AddRunner(jobs);
        services.AddHostedService<Ticks>();
        QuartzAdapter.Add(services, store);
        return services;
    }

    private static IServiceCollection AddRunner(this IServiceCollection services, IReadOnlyList<ScheduledJob> jobs)
    {
        services.AddSingleton(new JobList(jobs));
        services.AddSingleton<JobHistory>();
        services.AddSingleton<ProcessMark>();
        services.AddSingleton<JobTurns>();
        services.AddSingleton<JobRunner>();
        // In this order, and stopped in the other: turns are given back when nothing runs any more.
        services.AddHostedService<TurnsKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        return services;
    }
}
