using Microsoft.Extensions.Logging;

namespace Analytics.Compliance;

/// <summary>Events 2300-2399: the computation of hours. Counts and times only, never who.</summary>
internal static partial class ComplianceLog
{
    [LoggerMessage(2300, LogLevel.Information, "Computed everyone: {People} people, {Rows} years, in {Elapsed}")]
    public static partial void EveryoneComputed(this ILogger logger, long people, long rows, TimeSpan elapsed);

    [LoggerMessage(2302, LogLevel.Information, "Rule pack {Pack} ({LegalBasis}) holds from {From} to {To}")]
    public static partial void RulePackHolds(this ILogger logger, string pack, string legalBasis, string from, string to);

    [LoggerMessage(2303, LogLevel.Warning, "Recomputed {Rows} years of {People} people and found some other than they stood: {Differences}")]
    public static partial void YearsDiffered(this ILogger logger, long people, long rows, YearDifferences differences);

    [LoggerMessage(2304, LogLevel.Information, "Recomputed {People} people, {Rows} years, each as it stood, in {Elapsed}")]
    public static partial void NothingDiffered(this ILogger logger, long people, long rows, TimeSpan elapsed);

    [LoggerMessage(2305, LogLevel.Information, "The recomputation that began at {Begun} was interrupted and goes on")]
    public static partial void RecomputationGoesOn(this ILogger logger, DateTimeOffset begun);

    [LoggerMessage(2301, LogLevel.Debug, "Computed {People} people whose hours may have changed, in {Elapsed}")]
    public static partial void ChangedComputed(this ILogger logger, long people, TimeSpan elapsed);
}
