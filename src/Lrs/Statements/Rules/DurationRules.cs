namespace Lrs.Statements.Rules;

/// <summary>
/// Durations of ISO 8601:2004 4.4.3.2, as in P3Y1M29DT4H35M59.14S or P4W (xAPI-Data 4.6). Any precision is accepted;
/// the date-like alternative form of 4.4.3.3 is not.
/// </summary>
internal static class DurationRules
{
    private const string Expected = "must be an ISO 8601 duration such as PT1H30M, P3D or P4W";

    public static bool Check(ref StatementReader reader)
    {
        if (!reader.IsString()) return false;
        return IsDuration(reader.Text()) || reader.Fail(new InvalidDuration(reader.Path(), Expected, reader.Quotable()));
    }

    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 'P') return false;
        // Weeks stand alone: P4W1D is refused.
        var isWeeks = text[^1] == 'W';
        var units = isWeeks ? "W"u8 : "YMD"u8;
        var mayTimeFollow = !isWeeks;
        text = text[1..];
        while (!text.IsEmpty)
        {
            if (text[0] == 'T')
            {
                if (!mayTimeFollow || text.Length == 1) return false;
                mayTimeFollow = false;
                units = "HMS"u8;
                text = text[1..];
                continue;
            }

            var number = NumberLength(text, out var hasFraction);
            var unit = number > 0 && number < text.Length ? units.IndexOf(text[number]) : -1;
            if (unit < 0) return false;
            units = units[(unit + 1)..];
            text = text[(number + 1)..];
            if (hasFraction && !text.IsEmpty) return false;
        }

        return true;
    }

    // Digits, and perhaps a fraction after point or comma; 0 if it is no number.
    private static int NumberLength(ReadOnlySpan<byte> text, out bool hasFraction)
    {
        var whole = DigitCount(text);
        hasFraction = whole > 0 && whole < text.Length && (text[whole] is (byte)'.' or (byte)',');
        if (!hasFraction) return whole;
        var fraction = DigitCount(text[(whole + 1)..]);
        return fraction == 0 ? 0 : whole + 1 + fraction;
    }

    private static int DigitCount(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
