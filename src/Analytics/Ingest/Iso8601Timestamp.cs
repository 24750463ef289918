namespace Analytics.Ingest;

/// <summary>
/// Reads timestamps (xAPI-Data 4.5): the calendar date and time of RFC 3339, and what ISO 8601 allows beside it in the same extended
/// form: no seconds, a comma before the fraction, offsets of hours only or without colon, no offset at all (then it is UTC).
/// </summary>
public static class Iso8601Timestamp
{
    private const int ShortestTime = 16;

    /// <summary>The instant in UTC. Digits beyond 100 ns are cut, not rounded.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset utc)
    {
        utc = default;
        // yyyy-MM-ddTHH:mm. RFC 3339 5.6: T and Z may be small letters.
        if (text.Length < ShortestTime || text[4] != '-' || text[7] != '-' || (text[10] | 0x20) != 't' || text[13] != ':') return false;
        if (!Number(text[..4], 9999, out var year) || !Number(text[5..7], 12, out var month) || !Number(text[8..10], 31, out var day)
            || !Number(text[11..13], 23, out var hour) || !Number(text[14..16], 59, out var minute)) return false;
        if (year == 0 || month == 0 || day == 0 || day > DateTime.DaysInMonth(year, month)) return false;

        text = text[ShortestTime..];
        if (!Seconds(ref text, out var ticks) || !Offset(text, out var offset)) return false;
        return ToUtc(new DateTime(year, month, day, hour, minute, 0), ticks, offset, out utc);
    }

    private static bool Seconds(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text[0] != ':') return true;
        if (text.Length < 3 || !Number(text[1..3], 60, out var second)) return false;
        ticks = second * TimeSpan.TicksPerSecond;
        text = text[3..];
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)',')) return true;

        text = text[1..];
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0) digits = text.Length;
        if (digits == 0) return false;
        var unit = TimeSpan.TicksPerSecond / 10;
        for (var i = 0; i < digits && unit > 0; i++, unit /= 10) ticks += (text[i] - '0') * unit;
        text = text[digits..];
        return true;
    }

    // Z, +hh, +hhmm or +hh:mm. RFC 3339 4.3 gives -00:00 a meaning of its own, ISO 8601 forbids it: refused, as -00 and -0000.
    private static bool Offset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || (text.Length == 1 && (text[0] | 0x20) == 'z')) return true;
        if (text[0] is not ((byte)'+' or (byte)'-')) return false;
        var minutes = text.Length switch
        {
            3 => "00"u8,
            5 => text[3..],
            6 when text[3] == ':' => text[4..],
            _ => default,
        };
        if (minutes.IsEmpty || !Number(text[1..3], 23, out var hour) || !Number(minutes, 59, out var minute)) return false;
        var isNegative = text[0] == '-';
        ticks = ((hour * 60) + minute) * TimeSpan.TicksPerMinute * (isNegative ? -1 : 1);
        return !isNegative || ticks != 0;
    }

    private static bool ToUtc(DateTime minute, long ticks, long offset, out DateTimeOffset utc)
    {
        utc = default;
        var instant = minute.Ticks - offset;
        if (ticks >= TimeSpan.TicksPerMinute)
        {
            // A leap second ends a day in UTC. DateTime has none: it becomes the last instant of the second before.
            if ((instant + TimeSpan.TicksPerMinute) % TimeSpan.TicksPerDay != 0) return false;
            ticks = TimeSpan.TicksPerMinute - 1;
        }

        instant += ticks;
        if (instant < 0 || instant > DateTime.MaxValue.Ticks) return false;
        utc = new DateTimeOffset(instant, TimeSpan.Zero);
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, int max, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            value = (value * 10) + digit - '0';
        }

        return value <= max;
    }
}
