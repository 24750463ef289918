namespace Jobs.ComputeCompliance;

/// <summary>Computes everyone anew: it heals whatever a change was missed for, ages what depends on today's date, and says what differed.</summary>
public sealed class ComputeEveryonesCompliance(ComplianceWork work)
{
    public const string Name = "recompute-compliance";

    public async Task RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var result = await work.RecomputeEveryoneAsync(cancellationToken);
        (run.Rows, run.Note) = (result.Rows, result.Differences?.ToString());
    }
}
