namespace Jobs.ComputeCompliance;

/// <summary>What the compliance engine does for the two jobs: each gives the number of person-years it computed.</summary>
public sealed record ComplianceWork(Func<CancellationToken, Task<long>> ComputeChangedAsync, Func<CancellationToken, Task<long>> ComputeEveryoneAsync);
