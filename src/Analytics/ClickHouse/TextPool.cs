using System.IO.Hashing;
using System.Text;

namespace Analytics.ClickHouse;

/// <summary>
/// Texts that come again and again from the store (IRIs, codes), mostly as the one string they were before: what lives long is then not made
/// anew in each block for the garbage collector to carry along. Forgets whatever another text wants the place of, so it never grows.
/// </summary>
internal static class TextPool
{
    private const int Places = 1 << 18;
    private const int LongestBytes = 512;

    private static readonly string?[] Texts = new string?[Places];

    /// <summary>Nothing of a person: it would stay in memory.</summary>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length == 0)
            return "";
        if (utf8.Length > LongestBytes)
            return Encoding.UTF8.GetString(utf8);
        ref var place = ref Texts[(int)(XxHash3.HashToUInt64(utf8) % Places)];
        // Two threads may each put theirs; either is right. Where a text is not ASCII, it is never equal, and made anew.
        if (Volatile.Read(ref place) is { } known && Ascii.Equals(utf8, known))
            return known;
        var text = Encoding.UTF8.GetString(utf8);
        Volatile.Write(ref place, text);
        return text;
    }
}
