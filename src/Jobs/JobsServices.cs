using Analytics.ClickHouse;
using Analytics.Compliance;
using Analytics.Files;
using Jobs.ComputeCompliance;
using Jobs.MakeAgencyReports;
using Jobs.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jobs;

public static class JobsServices
{
    /// <summary>Adds the jobs, the reports they make (over the relational store, ClickHouse and compliance) and, unless this process leaves it to another, the clock that starts them.</summary>
    /// <param name="withClock">False in a process without the role <c>jobs</c>: it runs what it is asked to, and nothing by itself.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, bool withClock = true)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddContentFiles();
        services.AddSingleton(new JobList(Schedule.All));
        services.AddSingleton<JobHistory>();
        services.AddSingleton<JobRunner>();
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
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        if (!withClock)
            return services;
        services.AddHostedService<InterruptedRuns>();
        QuartzAdapter.Add(services, Schedule.All);
        return services;
    }
}
