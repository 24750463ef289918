using System.Globalization;

namespace Analytics.Compliance;

/// <summary>
/// Reads an ISO 8601 duration as seconds. A duration has no calendar of its own, so a year is 365 days, a month 30, a week 7 and a
/// day 24 hours. Weeks may stand beside other parts, a decimal (point or comma) may stand in any part, as platforms write them.
/// </summary>
internal static class IsoDuration
{
    private const int Day = 86_400;
    private const decimal Most = 1_000_000_000_000;
    private const string Units = "YMWDHMS";
    private const int UnitsOfDays = 4;
    private static readonly int[] SecondsOf = [365 * Day, 30 * Day, 7 * Day, Day, 3_600, 60, 1];

    /// <summary>False for what is not a duration, is negative, or is longer than a decimal can hold.</summary>
    // No regular expression: each claim of hours that the registry does not know has a duration.
    public static bool TryReadSeconds(string text, out decimal seconds)
    {
        seconds = 0;
        if (!text.StartsWith('P'))
            return false;
        var rest = text.AsSpan(1);
        var (parts, next, end) = (0, 0, UnitsOfDays);
        for (; !rest.IsEmpty; parts++)
        {
            if (rest[0] == 'T' && end == UnitsOfDays)
            {
                (next, end) = (UnitsOfDays, Units.Length);
                rest = rest[1..];
            }

            var length = AmountLength(rest);
            if (length == 0 || length == rest.Length)
                return false;
            var unit = Units.AsSpan(next, end - next).IndexOf(rest[length]);
            if (unit < 0 || !TryReadAmount(rest[..length], out var amount) || amount > Most)
                return false;
            seconds += amount * SecondsOf[next + unit];
            next += unit + 1;
            rest = rest[(length + 1)..];
        }

        return parts > 0;
    }

    /// <summary>Of digits, with as many after a point or comma where there are any.</summary>
    private static int AmountLength(ReadOnlySpan<char> text)
    {
        var whole = DigitsOf(text);
        if (whole == 0 || whole == text.Length || text[whole] is not ('.' or ','))
            return whole;
        var decimals = DigitsOf(text[(whole + 1)..]);
        return decimals == 0 ? whole : whole + 1 + decimals;
    }

    private static int DigitsOf(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;

    private static bool TryReadAmount(ReadOnlySpan<char> text, out decimal amount) => text.Contains(',')
        ? TryReadAmount(text.ToString().Replace(',', '.'), out amount)
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
}
