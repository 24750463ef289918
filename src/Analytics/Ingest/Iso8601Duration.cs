namespace Analytics.Ingest;

/// <summary>xAPI Data 4.6: two durations are compared as text, without what lies beyond a hundredth of a second.</summary>
internal static class Iso8601Duration
{
    public static string CutToHundredths(string duration)
    {
        var dot = duration.AsSpan().IndexOfAny('.', ',');
        if (dot < 0)
            return duration;
        var end = dot + 1;
        while (end < duration.Length && char.IsAsciiDigit(duration[end]))
            end++;
        var digits = duration.AsSpan(dot + 1, Math.Min(2, end - dot - 1)).TrimEnd('0');
        return digits.Length == 0
            ? string.Concat(duration.AsSpan(0, dot), duration.AsSpan(end))
            : string.Concat(duration.AsSpan(0, dot), ".", digits, duration.AsSpan(end));
    }
}
