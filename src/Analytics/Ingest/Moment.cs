namespace Analytics.Ingest;

/// <summary>A statement's time for the index: inside what ClickHouse's DateTime64(6) holds, while the raw statement keeps the text.</summary>
internal static class Moment
{
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2299, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <exception cref="FormatException">Not a timestamp: the parser should have refused it.</exception>
    public static DateTimeOffset Parse(ReadOnlySpan<byte> text)
    {
        if (!Iso8601Timestamp.TryParse(text, out var moment))
            throw new FormatException("A statement was accepted whose timestamp cannot be read.");
        return moment < Earliest ? Earliest : moment > Latest ? Latest : moment;
    }
}
