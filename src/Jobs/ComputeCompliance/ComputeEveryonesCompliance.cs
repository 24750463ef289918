namespace Jobs.ComputeCompliance;

/// <summary>Computes everyone anew: it heals whatever a change was missed for, and ages what depends on today's date.</summary>
public sealed class ComputeEveryonesCompliance(ComplianceWork work)
{
    public async Task RunAsync(JobRunContext run, CancellationToken cancellationToken) =>
        run.Rows = await work.ComputeEveryoneAsync(cancellationToken);
}
