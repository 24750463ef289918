namespace Analytics.Ingest;

/// <summary><c>stored</c> as ClickHouse keeps it: microseconds since 1970.</summary>
internal static class Micros
{
    public const long Least = 0;

    /// <summary>2299, the last year that a DateTime64 holds.</summary>
    public const long Most = 10_400_000_000_000_000;

    public static long Of(DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Moment(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
