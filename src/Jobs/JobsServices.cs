using Analytics.ClickHouse;
using Analytics.Compliance;
using Analytics.Files;
using Jobs.ComputeCompliance;
using Jobs.MakeReports;
using Jobs.RemoveOldReports;
using Jobs.Reports;
using Jobs.Transcripts;
using Jobs.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jobs;

public static class JobsServices
{
    /// <summary>Adds the jobs, the reports they make (over the relational store, ClickHouse and compliance) and, unless this process leaves it to another, the clock that starts them.</summary>
    /// <param name="withClock">False in a process without the role <c>jobs</c>: it runs what it is asked to, and nothing by itself.</param>
    /// <param name="clustered">The relational store is a PostgreSQL, which the clocks of several processes share.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, bool withClock = true, bool clustered = false)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddContentFiles();
        services.AddOptions<ReportsOptions>().BindConfiguration(ReportsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(SourceOf);
        services.AddSingleton<IssuedTranscripts>();
        services.AddSingleton(provider =>
        {
            var compliance = provider.GetRequiredService<ComplianceComputation>();
            return new ComplianceWork(compliance.ComputeChangedAsync, compliance.RecomputeEveryoneAsync);
        });
        services.AddSingleton<KeptReports>();
        services.AddSingleton<ReportSchedules>();
        services.AddSingleton<ComputeChangedCompliance>();
        services.AddSingleton<ComputeEveryonesCompliance>();
        services.AddSingleton<MakeReportsJob>();
        services.AddSingleton<RemoveOldReportsJob>();
        return withClock ? services.AddClock(Schedule.All, clustered) : services.AddRunner(Schedule.All);
    }

    internal static IServiceCollection AddClock(this IServiceCollection services, IReadOnlyList<ScheduledJob> jobs, bool clustered)
    {
        services.AddRunner(jobs);
        services.AddHostedService<Ticks>();
        QuartzAdapter.Add(services, clustered);
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

    private static ReportSource SourceOf(IServiceProvider services)
    {
        var reader = new ReportReader(services.GetRequiredService<ClickHouseClient>());
        var compliance = services.GetRequiredService<ComplianceQueries>();
        var unresolved = services.GetRequiredService<UnresolvedQueries>();
        return new ReportSource
        {
            AgencyCodesAsync = reader.AgencyCodesAsync,
            ProvidersAsync = reader.ProvidersAsync,
            AgencyAsync = async (code, year, cancellationToken) =>
                await compliance.AgencyAsync(code, year, cancellationToken) is { } agency ? new AgencyFigures(agency.Name, agency) : null,
            NationAsync = async (year, cancellationToken) => NationFigures.Of(await compliance.NationAsync(year, cancellationToken)),
            DeliveryAsync = (provider, year, cancellationToken) => reader.DeliveryAsync(unresolved, provider, year, cancellationToken),
            PeopleAsync = reader.PeopleAsync,
            ActivitiesAsync = reader.ActivitiesAsync,
            Requirements = compliance.RequirementsOf,
        };
    }
}
