using Microsoft.Extensions.Logging;

namespace Analytics.Compliance;

/// <summary>Events 2300-2399: the computation of hours. Counts and times only, never who.</summary>
internal static partial class ComplianceLog
{
    [LoggerMessage(2300, LogLevel.Information, "Computed everyone: {People} people, {Rows} years, in {Elapsed}")]
    public static partial void EveryoneComputed(this ILogger logger, long people, long rows, TimeSpan elapsed);

    [LoggerMessage(2301, LogLevel.Debug, "Computed {People} people whose hours may have changed, in {Elapsed}")]
    public static partial void ChangedComputed(this ILogger logger, long people, TimeSpan elapsed);
}
