using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Analytics.Ingest;

/// <summary>
/// A number that equal statements share, so that a repeated statement is told from a different one under the same id without reading it
/// back (xAPI Data 2.3.1, "Statement Immutability"). Left out is what the LRS sets (id, stored, authority, version, timestamp), what
/// describes rather than states (verb display, activity definitions, names of actors); order of properties and of group members, the
/// spelling of numbers, UUIDs and time zones, and whether one activity stands alone or in an array do not matter.
/// </summary>
public static class StatementFingerprint
{
    public static UInt128 Of(JsonElement statement) => OfObject(statement, Place.Statement);

    private const int UuidLength = 36;
    private const long Seed = 5;

    private enum Place
    {
        Statement,
        Plain,
        Verb,
        ContextActivities,
        Account,
        Extensions,
    }

    private static UInt128 OfObject(JsonElement value, Place place)
    {
        // A sum, since the order of properties says nothing (xAPI Data 2.2).
        var sum = UInt128.Zero;
        foreach (var property in value.EnumerateObject())
        {
            var name = property.Name;
            if (place != Place.Extensions && IsLeftOut(name, property.Value, place))
                continue;
            sum += Combine(OfText(name), OfValue(name, property.Value, place));
        }

        return Combine(sum, 1);
    }

    private static bool IsLeftOut(string name, JsonElement value, Place place) => name switch
    {
        "id" or "stored" or "authority" or "version" or "timestamp" when place == Place.Statement => true,
        "display" when place == Place.Verb => true,
        "definition" => true,
        "name" => place != Place.Account,
        // The default that may be left unsaid.
        "objectType" => value.ValueEquals("Agent"u8) || value.ValueEquals("Activity"u8),
        _ => false,
    };

    private static UInt128 OfValue(string name, JsonElement value, Place place) => place switch
    {
        Place.Extensions => Of(value, Place.Extensions),
        Place.ContextActivities => OfList(StatementRowMapper.Many(value), Place.Plain),
        _ => name switch
        {
            "extensions" => Of(value, Place.Extensions),
            "verb" => Of(value, Place.Verb),
            "account" => Of(value, Place.Account),
            "contextActivities" => Of(value, Place.ContextActivities),
            "member" => OfSet(value),
            "duration" => OfText(Iso8601Duration.CutToHundredths(value.GetString()!)),
            "timestamp" => OfText(Moment.Parse(value.GetString()!).UtcTicks.ToString(CultureInfo.InvariantCulture)),
            _ => Of(value, Place.Plain),
        },
    };

    private static UInt128 Of(JsonElement value, Place place) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value, place),
        JsonValueKind.Array => OfList(value.EnumerateArray(), place),
        JsonValueKind.String => OfString(value, place),
        JsonValueKind.Number => OfText(Number(value)),
        var kind => (UInt128)(byte)kind + 7,
    };

    private static UInt128 OfList(IEnumerable<JsonElement> values, Place place)
    {
        var chain = (UInt128)2;
        foreach (var value in values)
            chain = Combine(chain, Of(value, place));
        return chain;
    }

    private static UInt128 OfSet(JsonElement values)
    {
        var sum = UInt128.Zero;
        foreach (var value in values.EnumerateArray())
            sum += Of(value, Place.Plain);
        return Combine(sum, 3);
    }

    private static UInt128 OfString(JsonElement value, Place place)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        if (utf8.Contains((byte)'\\') || (utf8.Length == UuidLength && place != Place.Extensions))
            return OfText(place == Place.Extensions ? value.GetString()! : Canonical(value.GetString()!));
        return XxHash128.HashToUInt128(utf8, Seed);
    }

    private static string Canonical(string text) =>
        text.Length == UuidLength && Guid.TryParseExact(text, "D", out _) ? text.ToLowerInvariant() : text;

    private static string Number(JsonElement value) =>
        value.TryGetDecimal(out var number)
            ? number.ToString("G29", CultureInfo.InvariantCulture)
            : value.TryGetDouble(out var large) ? large.ToString("R", CultureInfo.InvariantCulture) : value.GetRawText();

    private static UInt128 OfText(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= 512 ? stackalloc byte[512] : new byte[most];
        return XxHash128.HashToUInt128(bytes[..Encoding.UTF8.GetBytes(text, bytes)], Seed);
    }

    private static UInt128 Combine(UInt128 left, UInt128 right)
    {
        ReadOnlySpan<UInt128> pair = [left, right];
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(pair));
    }
}
