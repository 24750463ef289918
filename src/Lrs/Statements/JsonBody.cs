using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Lrs.Statements;

/// <summary>The body as bytes: what must hold before it can be read as JSON, and where it stopped being JSON.</summary>
internal static class JsonBody
{
    private static ReadOnlySpan<byte> Space => " \t\r\n"u8;

    /// <summary>Why the bytes cannot be JSON text, or null. Utf8JsonReader does not look at the encoding within strings.</summary>
    public static StatementError? FindProblem(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) return new MalformedJson(0, "starts with a byte order mark; JSON must be sent without (RFC 8259 8.1)");
        return Utf8.IsValid(body) ? null : new InvalidUtf8(FirstInvalid(body));
    }

    public static bool IsArray(ReadOnlySpan<byte> body) => body.TrimStart(Space) is [(byte)'[', ..];

    // The texts of JsonException quote the input, so we have our own.
    public static MalformedJson Malformed(ReadOnlySpan<byte> body, JsonException exception)
    {
        var position = PositionOf(body, exception);
        var isTruncated = body[position..].Trim(Space).IsEmpty;
        if (body.Trim(Space).IsEmpty) return new MalformedJson(position, "is empty; a statement or an array of statements is expected");
        return new MalformedJson(position, isTruncated ? "ends before its JSON is complete" : "is not valid JSON");
    }

    private static int PositionOf(ReadOnlySpan<byte> body, JsonException exception)
    {
        var lineStart = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            var feed = body[lineStart..].IndexOf((byte)'\n');
            if (feed < 0) break;
            lineStart += feed + 1;
        }

        return (int)Math.Min(lineStart + (exception.BytePositionInLine ?? 0), body.Length);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(body[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
