namespace Jobs.ComputeCompliance;

/// <summary>
/// Computes whoever has changed since the watermark, so that a board is a second behind and not a night. It also sees that the night's
/// computation was interrupted, and has it go on.
/// </summary>
public sealed class ComputeChangedCompliance(ComplianceWork work, JobRunner runner)
{
    public async Task RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var result = await work.ComputeChangedAsync(cancellationToken);
        run.Rows = result.Rows;
        if (result.RecomputationIsOpen)
            runner.RunNow(ComputeEveryonesCompliance.Name);
    }
}
