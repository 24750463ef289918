using System.Buffers;
using System.Text;

namespace Lrs.Statements.Rules;

/// <summary>
/// IRIs and IRLs (xAPI-Data 2.2, 4.3): absolute, and without the characters RFC 3987 rules out. They are looked at, never rewritten.
/// </summary>
internal static class IriRules
{
    // RFC 3987 2.2: none of these stands in an IRI unless percent-encoded. Brackets are let pass, PHP's queries are full of them.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x21).Select(c => (byte)c), 0x7F, .. "<>\"{}|\\^`%"u8]);

    public static bool Check(ref StatementReader reader, bool mayQuote = false)
    {
        if (!reader.IsString()) return false;
        return Problem(reader.Text()) is not { } problem
            || reader.Fail(new InvalidIri(reader.Path(), problem, mayQuote ? reader.Quotable() : null));
    }

    /// <summary>The value of a parameter, by the same rule (xAPI-Data 2.2). System.Uri takes more: on Unix, any path.</summary>
    public static bool IsIri(string text) => IsIri(Encoding.UTF8.GetBytes(text));

    public static bool IsIri(ReadOnlySpan<byte> text) => Problem(text) is null;

    /// <summary>Why the text is no absolute IRI, or null if it is one.</summary>
    public static string? Problem(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return "must be an IRI, not an empty string";
        var colon = text.IndexOf((byte)':');
        if (colon <= 0 || !IsScheme(text[..colon])) return "must be an IRI that starts with a scheme such as https:";
        var rest = text[(colon + 1)..];
        return rest.IsEmpty ? "must be an IRI, and there is nothing after its scheme" : ProblemAfterScheme(rest);
    }

    // RFC 3986 3.1
    private static bool IsScheme(ReadOnlySpan<byte> scheme)
    {
        if (!char.IsAsciiLetter((char)scheme[0])) return false;
        foreach (var c in scheme[1..])
        {
            if (!char.IsAsciiLetterOrDigit((char)c) && c is not ((byte)'+' or (byte)'-' or (byte)'.')) return false;
        }

        return true;
    }

    private static string? ProblemAfterScheme(ReadOnlySpan<byte> rest)
    {
        for (var at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            if (rest[at] != (byte)'%') return "must be an IRI, and it holds a space, a control character or one of <>\"{}|\\^`";
            if (rest.Length < at + 3 || !char.IsAsciiHexDigit((char)rest[at + 1]) || !char.IsAsciiHexDigit((char)rest[at + 2]))
                return "must be an IRI, and in it % must be followed by two hexadecimal digits";
            rest = rest[(at + 3)..];
        }

        return null;
    }
}
