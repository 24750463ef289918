using Analytics.Compliance;
using Jobs;
using Jobs.ComputeCompliance;
using Jobs.Reports;
using Lrs.Api;
using Lrs.Tests.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lrs.Tests.Api;

/// <summary>Jobs and reports behind a test server, over two agencies of one person each. The clock does not ring.</summary>
public sealed class JobsHost : AuthHost
{
    public long Changed { get; set; } = 3;

    /// <summary>Whether the changes see that the night's computation was interrupted.</summary>
    public bool IsInterrupted { get; set; }

    protected override void Add(IServiceCollection services)
    {
        services.AddJobs(withClock: false);
        services.Replace(ServiceDescriptor.Singleton(new ComplianceWork(_ => Task.FromResult(new Analytics.Compliance.ComputationResult(Changed, Changed) { RecomputationIsOpen = IsInterrupted }), _ => throw new IOException("down"))));
        services.Replace(ServiceDescriptor.Singleton(new ReportSource
        {
            AgencyCodesAsync = _ => Task.FromResult<IReadOnlyList<string>>(["4001", "4002"]),
            ProvidersAsync = (_, _) => Task.FromResult<IReadOnlyList<string>>(["belajar.id"]),
            AgencyAsync = (_, _, _) => Task.FromResult<AgencyFigures?>(new AgencyFigures("Badan Uji", Nothing)),
            NationAsync = (_, _) => Task.FromResult(new NationFigures(Nothing, [])),
            DeliveryAsync = (_, _, _) => Task.FromResult(new DeliveryFigures(new DeliveryTotals(0, 0, 0, 0, 0, 0), [], [], [])),
            PeopleAsync = (agency, _, _, _) => PeopleAsync(agency),
            ActivitiesAsync = (_, _, _) => AsyncEnumerable.Empty<DeliveredActivity>(),
            Requirements = _ => [],
        }));
    }

    private static ComplianceSummary Nothing => new()
    {
        Year = 2026, People = 0, Met = 0, Unmet = 0, Exempt = 0, NotRequired = 0, CountedJp = 0, MeanJp = 0, ComputedAt = null,
        ByEmploymentType = [], ByForm = [], ByProvider = [], ByCompetency = [], ByMonth = [],
    };

    protected override void Map(WebApplication app) => app.MapJobs().MapReports();

    private static async IAsyncEnumerable<ReportPerson> PeopleAsync(string agency)
    {
        await Task.Yield();
        yield return new ReportPerson { Nip = "198001012005011001", Name = $"Siti {agency}", EmploymentType = "PNS", MinJp = 20, Status = "UNMET" };
    }
}
