using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Analytics.Ingest;

/// <summary>
/// A number that equal statements share, so that a repeated statement is told from a different one under the same id without reading it
/// back (xAPI Data 2.3.1, "Statement Immutability"). Left out is what the LRS sets (id, stored, authority, version, timestamp), what
/// describes rather than states (verb display, activity definitions, names of actors) and defaults that may be left unsaid. The order of
/// properties and of lists that are sets does not matter (members, context activities and agents, attachments), nor does the spelling of
/// numbers, UUIDs, hashes, language tags, media types, mail domains and time zones, nor whether one activity stands alone or in an array.
/// </summary>
public static class StatementFingerprint
{
    private static ReadOnlySpan<byte> SignatureUsage => "http://adlnet.gov/expapi/attachments/signature"u8;

    // Added to the seed of a property's value, so that values of different kinds differ though their bytes be the same: "1" and 1.
    private const long ObjectKind = 1L << 56;
    private const long SetKind = 2L << 56;
    private const long ListKind = 3L << 56;
    private const long TextKind = 4L << 56;
    private const long NumberKind = 5L << 56;
    private const long MomentKind = 6L << 56;
    private const long LiteralKind = 7L << 56;

    /// <param name="statement">A valid statement, one JSON object in UTF-8.</param>
    public static UInt128 Of(ReadOnlySpan<byte> statement) => OfStatement(statement, Place.Statement);

    /// <summary>
    /// Of the statement without the signatures among its attachments: what a signed statement shares with the statement that was signed
    /// (xAPI Data 2.6).
    /// </summary>
    public static UInt128 OfUnsigned(ReadOnlySpan<byte> statement) => OfStatement(statement, Place.Unsigned);

    private static UInt128 OfStatement(ReadOnlySpan<byte> statement, Place place)
    {
        var reader = StatementJson.Open(statement);
        return OfObject(ref reader, place, 0);
    }

    // Each of these reads one value, from its first token to its last.
    private static UInt128 OfObject(ref Utf8JsonReader reader, Place place, long seed)
    {
        // A sum, since the order of properties says nothing (xAPI Data 2.2).
        var sum = UInt128.Zero;
        StatementJson.ExpectObject(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            var name = Unescaped(ref reader);
            if (place == Place.LanguageMap)
                name = Lower(name, ..);
            var meaning = PropertyMeanings.Of(name, place);
            reader.Read();
            if (meaning == Meaning.LeftOut)
                reader.Skip();
            else
                sum += OfProperty(ref reader, meaning, place, (long)XxHash3.HashToUInt64(name));
        }

        return Mix(sum, seed + ObjectKind);
    }

    private static UInt128 OfProperty(ref Utf8JsonReader reader, Meaning meaning, Place place, long seed) => meaning switch
    {
        Meaning.Verbatim => OfVerbatim(ref reader, seed),
        Meaning.Verb => OfObject(ref reader, Place.Verb, seed),
        Meaning.Account => OfObject(ref reader, Place.Account, seed),
        Meaning.LanguageMap => OfObject(ref reader, Place.LanguageMap, seed),
        Meaning.ContextActivities => OfObject(ref reader, Place.ContextActivities, seed),
        Meaning.Activities => OfSet(ref reader, seed),
        Meaning.Attachments when place == Place.Unsigned => OfUnsignedAttachments(ref reader, seed),
        // The default that may be left unsaid adds nothing.
        Meaning.ObjectType when reader.ValueTextEquals("Agent"u8) || reader.ValueTextEquals("Activity"u8) => UInt128.Zero,
        Meaning.Duration => OfText(Encoding.UTF8.GetBytes(Iso8601Duration.CutToHundredths(reader.GetString()!)), seed),
        Meaning.Timestamp => OfTimestamp(Unescaped(ref reader), seed),
        Meaning.Caseless or Meaning.Uuid or Meaning.Mbox or Meaning.MediaType => OfCaseless(Unescaped(ref reader), meaning, seed),
        _ => Of(ref reader, seed),
    };

    private static UInt128 Of(ref Utf8JsonReader reader, long seed) => reader.TokenType switch
    {
        JsonTokenType.StartObject => OfObject(ref reader, Place.Plain, seed),
        JsonTokenType.StartArray => OfSet(ref reader, seed),
        _ => OfScalar(ref reader, seed),
    };

    // Within extensions the LRS knows no meanings: only the order of properties and the spelling of numbers and texts are left aside.
    private static UInt128 OfVerbatim(ref Utf8JsonReader reader, long seed)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return OfObject(ref reader, Place.Extensions, seed);
        if (reader.TokenType != JsonTokenType.StartArray)
            return OfScalar(ref reader, seed);
        var chain = UInt128.Zero;
        while (StatementJson.NextElement(ref reader))
            chain = Mix(chain + OfVerbatim(ref reader, seed), seed + ListKind);
        return Mix(chain, seed + ListKind);
    }

    // xAPI Data 2.4.6.2: a single activity may stand where a list is meant.
    private static UInt128 OfSet(ref Utf8JsonReader reader, long seed)
    {
        var sum = UInt128.Zero;
        if (reader.TokenType != JsonTokenType.StartArray)
            return Mix(Of(ref reader, seed), seed + SetKind);
        while (StatementJson.NextElement(ref reader))
            sum += Of(ref reader, seed);
        return Mix(sum, seed + SetKind);
    }

    private static UInt128 OfUnsignedAttachments(ref Utf8JsonReader reader, long seed)
    {
        var (sum, others) = (UInt128.Zero, 0);
        while (StatementJson.NextElement(ref reader))
        {
            var attachment = reader;
            if (IsSignature(ref attachment))
            {
                reader.Skip();
                continue;
            }

            sum += Of(ref reader, seed);
            others++;
        }

        return others == 0 ? UInt128.Zero : Mix(sum, seed + SetKind);
    }

    private static bool IsSignature(ref Utf8JsonReader attachment)
    {
        while (StatementJson.NextProperty(ref attachment))
        {
            var isUsage = attachment.ValueTextEquals("usageType"u8);
            attachment.Read();
            if (isUsage)
                return attachment.ValueTextEquals(SignatureUsage);
            attachment.Skip();
        }

        return false;
    }

    private static UInt128 OfScalar(ref Utf8JsonReader reader, long seed) => reader.TokenType switch
    {
        JsonTokenType.String => OfText(Unescaped(ref reader), seed),
        JsonTokenType.Number => OfNumber(reader.ValueSpan, seed),
        _ => XxHash128.HashToUInt128(reader.ValueSpan, seed + LiteralKind),
    };

    private static UInt128 OfNumber(ReadOnlySpan<byte> raw, long seed)
    {
        var most = JsonNumber.MostCanonicalBytes(raw);
        var buffer = most <= 128 ? stackalloc byte[128] : new byte[most];
        return XxHash128.HashToUInt128(buffer[..JsonNumber.WriteCanonical(raw, buffer)], seed + NumberKind);
    }

    // Not accepted where it is no time. Its own text then, rather than to fail here.
    private static UInt128 OfTimestamp(ReadOnlySpan<byte> text, long seed) =>
        Iso8601Timestamp.TryParse(text, out var moment) ? Mix((UInt128)moment.UtcTicks, seed + MomentKind) : OfText(text, seed);

    // What of these texts is without case: all of a hash, a UUID or a language tag, the domain of an address, a media type but its parameters.
    private static UInt128 OfCaseless(ReadOnlySpan<byte> text, Meaning meaning, long seed)
    {
        var range = meaning switch
        {
            Meaning.Mbox => Math.Max(0, text.LastIndexOf((byte)'@'))..,
            Meaning.MediaType => ..(text.IndexOf((byte)';') is >= 0 and var end ? end : text.Length),
            // An id is a UUID or an IRI, and of these only an IRI has a colon.
            Meaning.Uuid when text.Contains((byte)':') => ..0,
            _ => ..,
        };
        return OfText(Lower(text, range), seed);
    }

    private static UInt128 OfText(ReadOnlySpan<byte> utf8, long seed) => XxHash128.HashToUInt128(utf8, seed + TextKind);

    private static UInt128 Mix(UInt128 value, long seed) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in value)), seed);

    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    private static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> text, Range range)
    {
        if (!text[range].ContainsAnyInRange((byte)'A', (byte)'Z'))
            return text;
        var lower = text.ToArray();
        Ascii.ToLowerInPlace(lower.AsSpan(range), out _);
        return lower;
    }
}
