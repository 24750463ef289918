using Microsoft.Extensions.Logging;

namespace Jobs;

internal static partial class JobsLog
{
    [LoggerMessage(3000, LogLevel.Information, "{Count} runs were interrupted: the process that had started them ended before they did.")]
    public static partial void RunsWereInterrupted(this ILogger logger, int count);

    [LoggerMessage(3001, LogLevel.Debug, "{Job} succeeded: {Rows} rows in {Elapsed}.")]
    public static partial void JobSucceeded(this ILogger logger, string job, long rows, TimeSpan elapsed);

    [LoggerMessage(3002, LogLevel.Error, "{Job} failed after {Elapsed}.")]
    public static partial void JobFailed(this ILogger logger, Exception exception, string job, TimeSpan elapsed);

    [LoggerMessage(3003, LogLevel.Information, "The report {Kind}.{Format} of '{Subject}' for {Year} was made: {Bytes} bytes.")]
    public static partial void ReportMade(this ILogger logger, string kind, string format, string subject, int year, long bytes);

    [LoggerMessage(3004, LogLevel.Error, "The report {Kind}.{Format} of '{Subject}' for {Year} could not be made.")]
    public static partial void ReportNotMade(this ILogger logger, Exception exception, string kind, string format, string subject, int year);

    [LoggerMessage(3005, LogLevel.Warning, "The turn of {Job} could not be renewed.")]
    public static partial void TurnNotRenewed(this ILogger logger, Exception exception, string job);

    [LoggerMessage(3006, LogLevel.Error, "The turn of {Job} is lost: another process may run it now. A run under it is told to stop.")]
    public static partial void TurnLost(this ILogger logger, string job);

    [LoggerMessage(3007, LogLevel.Error, "{Job} could not be started: whose turn it is could not be asked.")]
    public static partial void TickFailed(this ILogger logger, Exception exception, string job);

    [LoggerMessage(3008, LogLevel.Information, "{Count} reports were older than {KeepFor} and were removed.")]
    public static partial void OldReportsRemoved(this ILogger logger, int count, TimeSpan keepFor);
}
