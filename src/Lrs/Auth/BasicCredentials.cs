using System.Text;

namespace Lrs.Auth;

/// <summary>Parses the Authorization header of HTTP Basic, RFC 7617: UTF-8, the user-id ends at the first colon.</summary>
internal static class BasicCredentials
{
    private const string Prefix = "Basic ";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryParse(string header, out string key, out ReadOnlyMemory<char> secret)
    {
        key = "";
        secret = default;
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || Decode(header.AsSpan(Prefix.Length).Trim()) is not { } text)
            return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
            return false;
        key = text[..colon];
        secret = text.AsMemory(colon + 1);
        return true;
    }

    private static string? Decode(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64Chars(base64, bytes, out var length))
            return null;
        try
        {
            return StrictUtf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
