namespace Lrs.Intake;

internal static partial class IntakeLog
{
    [LoggerMessage(1400, LogLevel.Warning, "The counts of refused requests could not be written; they are tried again.")]
    public static partial void RefusalsNotWritten(this ILogger logger, Exception exception);
}
