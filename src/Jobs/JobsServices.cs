using Analytics.ClickHouse;
using Analytics.Compliance;
using Analytics.Files;
using Jobs.ComputeCompliance;
using Jobs.MakeReports;
using Jobs.RemoveOldReports;
using Jobs.Reports;
using Jobs.Transcripts;
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
        services.AddOptions<ReportsOptions>().BindConfiguration(ReportsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(SourceOf);
        services.AddSingleton<IssuedTranscripts>();
        services.AddSingleton(provider =>
        {
            var compliance = provider.GetRequiredService<ComplianceComputation>();
            return new ComplianceWork(
                async cancellationToken => (await compliance.ComputeChangedAsync(cancellationToken)).Rows,
                async cancellationToken => (await compliance.ComputeEveryoneAsync(cancellationToken)).Rows);
        });
        services.AddSingleton<KeptReports>();
        services.AddSingleton<ReportSchedules>();
        services.AddSingleton<ComputeChangedCompliance>();
        services.AddSingleton<ComputeEveryonesCompliance>();
        services.AddSingleton<MakeReportsJob>();
        services.AddSingleton<RemoveOldReportsJob>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        if (!withClock)
            return services;
        services.AddHostedService<InterruptedRuns>();
        QuartzAdapter.Add(services, Schedule.All);
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
