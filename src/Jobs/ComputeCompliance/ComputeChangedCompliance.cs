namespace Jobs.ComputeCompliance;

/// <summary>Computes whoever has changed since the watermark, so that a board is a second behind and not a night.</summary>
public sealed class ComputeChangedCompliance(ComplianceWork work)
{
    public async Task RunAsync(JobRunContext run, CancellationToken cancellationToken) =>
        run.Rows = await work.ComputeChangedAsync(cancellationToken);
}
