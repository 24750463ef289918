namespace Lrs.Intake;

internal static partial class IntakeLog
{
    [LoggerMessage(1400, LogLevel.Warning, "The counts of refused requests could not be written; they are tried again.")]
    public static partial void RefusalsNotWritten(this ILogger logger, Exception exception);

    [LoggerMessage(1401, LogLevel.Debug, "It could not be looked up whose request was refused.")]
    public static partial void RefusalOfSomebody(this ILogger logger, Exception exception);
}
