using Jobs.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jobs.RemoveOldReports;

/// <summary>Removes reports that have been kept long enough. Run twice, the second run finds nothing.</summary>
public sealed class RemoveOldReportsJob(KeptReports reports, IOptions<ReportsOptions> options, TimeProvider clock, ILogger<RemoveOldReportsJob> logger)
{
    public async Task RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var keepFor = options.Value.KeepFor;
        var removed = await reports.RemoveMadeBeforeAsync(clock.GetUtcNow() - keepFor, cancellationToken);
        run.Rows = removed;
        if (removed > 0)
            logger.OldReportsRemoved(removed, keepFor);
    }
}
