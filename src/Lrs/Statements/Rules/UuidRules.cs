using System.Buffers.Text;
using System.Text;

namespace Lrs.Statements.Rules;

/// <summary>UUIDs in the standard string form of RFC 4122: 8-4-4-4-12 hexadecimal digits, any version, either case (xAPI-Data 2.4.1, 4.4).</summary>
internal static class UuidRules
{
    public const string Expected = "must be a UUID: 36 characters, hexadecimal digits in groups of 8-4-4-4-12";

    private const int TextLength = 36;

    public static bool Check(ref StatementReader reader, out Guid uuid)
    {
        uuid = default;
        if (!reader.IsString()) return false;
        return TryParse(reader.Text(), out uuid) || reader.Fail(new InvalidUuid(reader.Path(), Expected));
    }

    /// <summary>The value of a parameter, by the same rule (xAPI-Data 2.2). Guid.TryParseExact takes more: 0x and + before digits.</summary>
    public static bool TryParse(string? text, out Guid uuid) => TryParse(Encoding.UTF8.GetBytes(text ?? ""), out uuid);

    public static bool TryParse(ReadOnlySpan<byte> text, out Guid uuid)
    {
        uuid = default;
        return text.Length == TextLength && Utf8Parser.TryParse(text, out uuid, out var read, 'D') && read == TextLength;
    }
}
