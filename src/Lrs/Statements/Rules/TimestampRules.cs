using Analytics.Ingest;

namespace Lrs.Statements.Rules;

/// <summary>
/// Timestamps (xAPI-Data 4.5): the calendar date and time of RFC 3339, and what ISO 8601 allows beside it in the same extended
/// form: no seconds, a comma before the fraction, offsets of hours only or without colon, no offset at all (then it is UTC).
/// </summary>
internal static class TimestampRules
{
    private const string Expected = "must be a timestamp such as 2026-03-14T09:26:53.589Z or 2026-03-14T16:26:53+07:00";

    public static bool Check(ref StatementReader reader)
    {
        if (!reader.IsString()) return false;
        return TryParse(reader.Text(), out _) || reader.Fail(new InvalidTimestamp(reader.Path(), Expected, reader.Quotable()));
    }

    /// <summary>The instant in UTC. Digits beyond 100 ns are cut, not rounded.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset utc) => Iso8601Timestamp.TryParse(text, out utc);
}
