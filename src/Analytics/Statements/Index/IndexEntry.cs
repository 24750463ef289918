namespace Analytics.Statements.Index;

/// <summary>A place where a value finds a statement. Times are microseconds since 1970.</summary>
/// <param name="Stored">Of the statement that is found.</param>
/// <param name="Via">Of the statement that it refers to and whose value it is; 0 where the value is its own.</param>
internal readonly record struct IndexEntry(long Stored, long Via);

/// <summary>The times of the index as ClickHouse keeps them.</summary>
internal static class Micros
{
    public const long Least = 0;

    /// <summary>2299, the last year that a DateTime64 holds.</summary>
    public const long Most = 10_400_000_000_000_000;

    public static long Of(DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Moment(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}

/// <summary>A statement as the index sees it.</summary>
/// <param name="Target">The statement that its object, a StatementRef, points to.</param>
internal sealed record IndexedStatement(Guid Id, long Stored, ulong[] Keys, Guid? Target);
