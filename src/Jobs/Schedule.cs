using Jobs.ComputeCompliance;
using Jobs.MakeAgencyReports;

namespace Jobs;

/// <summary>Every job and when it runs. Times of day are WIB (Asia/Jakarta).</summary>
public static class Schedule
{
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        ScheduledJob.Of<ComputeChangedCompliance>(
            "compute-compliance",
            "Computes the compliance of everyone whose statements, registry or rules changed since the last run.",
            Timetable.Every(TimeSpan.FromSeconds(2), "every two seconds"),
            (job, run, cancellationToken) => job.RunAsync(run, cancellationToken),
            quiet: true),
        ScheduledJob.Of<ComputeEveryonesCompliance>(
            ComputeEveryonesCompliance.Name,
            "Computes the compliance of everyone anew, what the day's changes should have given anyway, and says what differed.",
            Timetable.At("0 0 1 * * ?", "every day at 01:00 WIB"),
            (job, run, cancellationToken) => job.RunAsync(run, cancellationToken)),
        ScheduledJob.Of<MakeAgencyReportsJob>(
            "make-agency-reports",
            "Makes the agencies' yearly compliance reports that are due; asked for by hand, this year's of every agency.",
            Timetable.At("0 10 * * * ?", "every hour, at ten past"),
            (job, run, cancellationToken) => job.RunAsync(run, cancellationToken),
            quiet: true),
    ];
}
