using System.Buffers.Text;

namespace Lrs.Statements;

/// <summary>What Utf8JsonReader does not look at: whether the \u escapes of a string make characters.</summary>
internal static class Escapes
{
    /// <summary>False if a surrogate stands without its other half. The text must come from a JSON reader, which saw to the syntax.</summary>
    public static bool AreUnicode(ReadOnlySpan<byte> text, out bool holdsNul)
    {
        holdsNul = false;
        for (var at = text.IndexOf((byte)'\\'); at >= 0; at = text.IndexOf((byte)'\\'))
        {
            text = text[at..];
            if (text[1] != (byte)'u')
            {
                text = text[2..];
                continue;
            }

            var unit = UnitAt(text);
            text = text[6..];
            holdsNul |= unit == '\0';
            if (char.IsLowSurrogate(unit)) return false;
            if (!char.IsHighSurrogate(unit)) continue;
            if (!text.StartsWith("\\u"u8) || !char.IsLowSurrogate(UnitAt(text))) return false;
            text = text[6..];
        }

        return true;
    }

    private static char UnitAt(ReadOnlySpan<byte> escape)
    {
        Utf8Parser.TryParse(escape[2..6], out ushort unit, out _, 'x');
        return (char)unit;
    }
}
