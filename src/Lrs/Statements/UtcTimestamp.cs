using System.Globalization;
using System.Text;
using Analytics.Ingest;

namespace Lrs.Statements;

/// <summary>
/// A timestamp as it is given back: the same instant in UTC, to the last digit that came (xAPI Data 2.3.1, 4.5; IEEE 9274.1.1 4.2.7).
/// </summary>
internal static class UtcTimestamp
{
    private const int MinuteLength = 16;

    /// <summary>The text in UTC; itself if it says so already. An offset is whole minutes, so the seconds stay as they were spelled.</summary>
    public static string Of(string timestamp)
    {
        if (timestamp[^1] is 'Z' or 'z' || !Iso8601Timestamp.TryParse(Encoding.UTF8.GetBytes(timestamp), out var utc))
            return timestamp;
        var minute = utc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return $"{minute}{SecondsOf(timestamp.AsSpan(MinuteLength))}Z";
    }

    private static string SecondsOf(ReadOnlySpan<char> rest)
    {
        var offset = rest.IndexOfAny('+', '-');
        var seconds = offset < 0 ? rest : rest[..offset];
        return seconds.IsEmpty ? ":00" : seconds.ToString().Replace(',', '.');
    }
}
