using System.Text;

namespace Analytics.Compliance;

/// <summary>The place a page ended at, as a text that stands in an address and means nothing to whoever sends it back.</summary>
internal static class OpaqueCursor
{
    private const char Separator = '|';

    public static string Write(params string[] parts) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Join(Separator, parts))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The parts; none of what is no cursor.</summary>
    public static string[] Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        var base64 = text.Replace('-', '+').Replace('_', '/');
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), buffer, out var length)
            ? Encoding.ASCII.GetString(buffer, 0, length).Split(Separator)
            : [];
    }
}
