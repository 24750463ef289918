using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Compliance;

/// <summary>Reads the rule packs before anything is answered, so that a pack that cannot be used stops the start, and says which hold.</summary>
internal sealed class RulePacksAtStart(RulePacks packs, ILogger<ComplianceComputation> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var pack in packs.InOrder)
            logger.RulePackHolds(pack.Name, pack.LegalBasis, $"{pack.Validity.From:uuuu-MM-dd}", $"{pack.Validity.To:uuuu-MM-dd}");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
