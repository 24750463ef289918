using Jobs.ComputeCompliance;
using Jobs.MakeReports;
using Jobs.RemoveOldReports;

namespace Jobs;

/// <summary>Every job and when it runs. Times of day are WIB (Asia/Jakarta).</summary>
public static class Schedule
{
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        ScheduledJob.Of<ComputeChangedCompliance>(
            "compute-compliance",
            "Computes the compliance of everyone whose statements, registry or rules changed since the last run.",
            Timetable.Every(TimeSpan.FromSeconds(1), "every second"),
            (job, run, cancellationToken) => job.RunAsync(run, cancellationToken),
            quiet: true),
        ScheduledJob.Of<ComputeEveryonesCompliance>(
            ComputeEveryonesCompliance.Name,
            "Computes the compliance of everyone anew, what the day's changes should have given anyway, and says what differed.",
            Timetable.At("0 0 1 * * ?", "every day at 01:00 WIB"),
            (job, run, cancellationToken) => job.RunAsync(run, cancellationToken)),
        ScheduledJob.Of<MakeReportsJob>(
            MakeReportsJob.Name,
            "Makes the reports that are due; asked for by hand, this year's compliance report of every agency.",
            Timetable.At("0 10 * * * ?", "every hour, at ten past"),
            (job, run, cancellationToken) => job.RunAsync(run, cancellationToken),
            quiet: true),
        ScheduledJob.Of<RemoveOldReportsJob>(
            "remove-old-reports",
            "Removes reports that have been kept long enough (Reports:KeepFor), and their files.",
            Timetable.At("0 30 3 * * ?", "every day at 03:30 WIB"),
            (job, run, cancellationToken) => job.RunAsync(run, cancellationToken),
            quiet: true),
    ];
}
