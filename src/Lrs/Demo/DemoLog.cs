namespace Lrs.Demo;

/// <summary>Events 1900-1999: the demo.</summary>
internal static partial class DemoLog
{
    [LoggerMessage(1900, LogLevel.Error, "The demo stopped filling; start it again to go on")]
    public static partial void DemoStopped(this ILogger logger, Exception exception);
}
