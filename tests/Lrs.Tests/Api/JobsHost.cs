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
        services.Replace(ServiceDescriptor.Singleton(new ReportSource(_ => Task.FromResult<IReadOnlyList<string>>(["4001", "4002"]), (agency, _, _) => PeopleAsync(agency))));
    }

    protected override void Map(WebApplication app) => app.MapJobs().MapReports();

    private static async IAsyncEnumerable<AgencyComplianceRow> PeopleAsync(string agency)
    {
        await Task.Yield();
        yield return new AgencyComplianceRow { Nip = "198001012005011001", Name = $"Siti {agency}", EmploymentType = "PNS", MinJp = 20, Status = "UNMET" };
    }
}
