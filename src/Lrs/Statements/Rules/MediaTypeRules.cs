using System.Buffers;

namespace Lrs.Statements.Rules;

/// <summary>Internet media types: type/subtype of RFC 2045 tokens, and parameters that are looked at no further than that a header can hold them.</summary>
internal static class MediaTypeRules
{
    private const string Expected = "must be an Internet media type such as application/pdf";
    private const string OctetStream = "application/octet-stream";

    private static readonly SearchValues<byte> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    public static bool Check(ref StatementReader reader)
    {
        if (!reader.IsString()) return false;
        return IsMediaType(reader.Text()) || reader.Fail(new InvalidMediaType(reader.Path(), Expected, reader.Quotable()));
    }

    public static bool IsMediaType(ReadOnlySpan<byte> text)
    {
        // It becomes a header of the part that brings the data back: no line may end in it.
        if (text.ContainsAnyExceptInRange((byte)' ', (byte)'~')) return false;
        var parameters = text.IndexOf((byte)';');
        var type = (parameters < 0 ? text : text[..parameters]).TrimEnd((byte)' ');
        var slash = type.IndexOf((byte)'/');
        return slash > 0 && slash < type.Length - 1
            && !type[..slash].ContainsAnyExcept(TokenCharacters) && !type[(slash + 1)..].ContainsAnyExcept(TokenCharacters);
    }

    public static bool IsOctetStream(string mediaType)
    {
        var parameters = mediaType.IndexOf(';');
        var type = parameters < 0 ? mediaType : mediaType[..parameters].TrimEnd();
        return type.Equals(OctetStream, StringComparison.OrdinalIgnoreCase);
    }
}
