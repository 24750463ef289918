using Analytics.Compliance;

namespace Jobs.ComputeCompliance;

/// <summary>What the compliance engine does for the two jobs.</summary>
public sealed record ComplianceWork(
    Func<CancellationToken, Task<ComputationResult>> ComputeChangedAsync, Func<CancellationToken, Task<ComputationResult>> RecomputeEveryoneAsync);
