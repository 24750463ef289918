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
    private const string SignatureUsage = "http://adlnet.gov/expapi/attachments/signature";

    // Added to the seed of a property's value, so that values of different kinds differ though their bytes be the same: "1" and 1.
    private const long ObjectKind = 1L << 56;
    private const long SetKind = 2L << 56;
    private const long ListKind = 3L << 56;
    private const long TextKind = 4L << 56;
    private const long NumberKind = 5L << 56;
    private const long MomentKind = 6L << 56;
    private const long LiteralKind = 7L << 56;

    public static UInt128 Of(JsonElement statement) => OfObject(statement, Place.Statement, 0);

    /// <summary>
    /// Of the statement without the signatures among its attachments: what a signed statement shares with the statement that was signed
    /// (xAPI Data 2.6).
    /// </summary>
    public static UInt128 OfUnsigned(JsonElement statement) => OfObject(statement, Place.Unsigned, 0);

    private static UInt128 OfObject(JsonElement value, Place place, long seed)
    {
        // A sum, since the order of properties says nothing (xAPI Data 2.2).
        var sum = UInt128.Zero;
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            if (name.Contains((byte)'\\'))
                name = Encoding.UTF8.GetBytes(property.Name);
            if (place == Place.LanguageMap)
                name = Lower(name, ..);
            var meaning = PropertyMeanings.Of(name, place);
            if (meaning != Meaning.LeftOut)
                sum += OfProperty(property.Value, meaning, place, (long)XxHash3.HashToUInt64(name));
        }

        return Mix(sum, seed + ObjectKind);
    }

    private static UInt128 OfProperty(JsonElement value, Meaning meaning, Place place, long seed) => meaning switch
    {
        Meaning.Verbatim => OfVerbatim(value, seed),
        Meaning.Verb => OfObject(value, Place.Verb, seed),
        Meaning.Account => OfObject(value, Place.Account, seed),
        Meaning.LanguageMap => OfObject(value, Place.LanguageMap, seed),
        Meaning.ContextActivities => OfObject(value, Place.ContextActivities, seed),
        Meaning.Activities => OfSet(StatementRowMapper.Many(value), seed),
        Meaning.Attachments when place == Place.Unsigned => OfUnsignedAttachments(value, seed),
        // The default that may be left unsaid adds nothing.
        Meaning.ObjectType when value.ValueEquals("Agent"u8) || value.ValueEquals("Activity"u8) => UInt128.Zero,
        Meaning.Duration => OfText(Encoding.UTF8.GetBytes(Iso8601Duration.CutToHundredths(value.GetString()!)), seed),
        Meaning.Timestamp => OfTimestamp(value, seed),
        Meaning.Caseless or Meaning.Uuid or Meaning.Mbox or Meaning.MediaType => OfCaseless(value, meaning, seed),
        _ => Of(value, seed),
    };

    private static UInt128 Of(JsonElement value, long seed) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value, Place.Plain, seed),
        JsonValueKind.Array => OfSet(value.EnumerateArray(), seed),
        _ => OfScalar(value, seed),
    };

    // Within extensions the LRS knows no meanings: only the order of properties and the spelling of numbers and texts are left aside.
    private static UInt128 OfVerbatim(JsonElement value, long seed)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return OfObject(value, Place.Extensions, seed);
        if (value.ValueKind != JsonValueKind.Array)
            return OfScalar(value, seed);
        var chain = UInt128.Zero;
        foreach (var element in value.EnumerateArray())
            chain = Mix(chain + OfVerbatim(element, seed), seed + ListKind);
        return Mix(chain, seed + ListKind);
    }

    private static UInt128 OfSet(IEnumerable<JsonElement> values, long seed)
    {
        var sum = UInt128.Zero;
        foreach (var value in values)
            sum += Of(value, seed);
        return Mix(sum, seed + SetKind);
    }

    private static UInt128 OfUnsignedAttachments(JsonElement attachments, long seed)
    {
        var others = attachments.EnumerateArray().Where(attachment => !attachment.GetProperty("usageType"u8).ValueEquals(SignatureUsage)).ToList();
        return others.Count == 0 ? UInt128.Zero : OfSet(others, seed);
    }

    private static UInt128 OfScalar(JsonElement value, long seed)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        return value.ValueKind switch
        {
            JsonValueKind.String => OfText(Unescaped(value, raw), seed),
            JsonValueKind.Number => OfNumber(raw, seed),
            _ => XxHash128.HashToUInt128(raw, seed + LiteralKind),
        };
    }

    private static UInt128 OfNumber(ReadOnlySpan<byte> raw, long seed)
    {
        var most = JsonNumber.MostCanonicalBytes(raw);
        var buffer = most <= 128 ? stackalloc byte[128] : new byte[most];
        return XxHash128.HashToUInt128(buffer[..JsonNumber.WriteCanonical(raw, buffer)], seed + NumberKind);
    }

    private static UInt128 OfTimestamp(JsonElement value, long seed)
    {
        // Not accepted otherwise. Its own text then, rather than to fail here.
        var text = Unescaped(value, JsonMarshal.GetRawUtf8Value(value));
        return Iso8601Timestamp.TryParse(text, out var moment) ? Mix((UInt128)moment.UtcTicks, seed + MomentKind) : OfText(text, seed);
    }

    // What of these texts is without case: all of a hash, a UUID or a language tag, the domain of an address, a media type but its parameters.
    private static UInt128 OfCaseless(JsonElement value, Meaning meaning, long seed)
    {
        var text = Unescaped(value, JsonMarshal.GetRawUtf8Value(value));
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

    private static ReadOnlySpan<byte> Unescaped(JsonElement value, ReadOnlySpan<byte> raw)
    {
        var text = raw[1..^1];
        return text.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(value.GetString()!) : text;
    }

    private static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> text, Range range)
    {
        if (!text[range].ContainsAnyInRange((byte)'A', (byte)'Z'))
            return text;
        var lower = text.ToArray();
        Ascii.ToLowerInPlace(lower.AsSpan(range), out _);
        return lower;
    }
}
