using Analytics;
using Quartz;

namespace Jobs;

/// <summary>The role jobs is ready while the clock runs.</summary>
internal sealed class ClockRuns : IReadiness
{
    private volatile IScheduler? _clock;

    public string? WaitsFor => _clock?.Status == SchedulerStatus.Running ? null : "the clock of the jobs, which has not started";

    public void Watch(IScheduler clock) => _clock = clock;
}
