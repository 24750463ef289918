using System.Globalization;
using System.Text.Json.Nodes;
using Testing;

namespace Analytics.Tests.Ingest;

/// <summary>Writes a statement otherwise without saying anything else: in every way that the standard lets two equal statements differ (xAPI Data 2.3.1).</summary>
internal sealed class Respelling(Random random)
{
    private static readonly string[] Sets = ["member", "attachments", "parent", "grouping", "category", "other"];
    private static readonly string[] SetByLrs = ["id", "stored", "authority", "version", "timestamp"];

    private bool Coin => random.Next(2) == 0;

    public string Of(JsonObject statement) => Write(Pairs(statement).Where(p => !SetByLrs.Contains(p.Name) || Coin).Concat(NewSetByLrs(statement)), "");

    /// <summary>Whether a change of the property changes what is said.</summary>
    public static bool Counts(string parent, string name, JsonNode? value) => parent switch
    {
        "" when SetByLrs.Contains(name) => false,
        "extensions" or "map" => true,
        _ => name switch
        {
            "display" => parent != "verb",
            "definition" => false,
            "name" => parent == "account",
            "objectType" => value!.GetValue<string>() is not ("Agent" or "Activity"),
            _ => true,
        },
    };

    /// <summary>What kind of object a property holds: as much of it as <see cref="Counts"/> has to know.</summary>
    public static string Kind(string parent, string name) => (parent, name) switch
    {
        ("extensions", _) or (_, "extensions") => "extensions",
        (_, "display" or "description") => "map",
        _ => name,
    };

    private IEnumerable<(string Name, JsonNode? Value)> NewSetByLrs(JsonObject statement)
    {
        if (!statement.ContainsKey("timestamp") && Coin) yield return ("timestamp", "2026-01-01T00:00:00Z");
        if (!statement.ContainsKey("stored") && Coin) yield return ("stored", "2026-01-01T00:00:00Z");
        if (!statement.ContainsKey("version") && Coin) yield return ("version", "1.0.3");
        if (!statement.ContainsKey("id") && Coin) yield return ("id", Guid.NewGuid().ToString());
    }

    private string Write(IEnumerable<(string Name, JsonNode? Value)> properties, string kind)
    {
        var kept = properties.Where(p => Counts(kind, p.Name, p.Value) || (kind == "" && SetByLrs.Contains(p.Name)) || Coin).ToArray();
        random.Shuffle(kept);
        var texts = kept.Select(p => $"{Text(kind == "map" ? Case(p.Name) : p.Name)}{Space()}:{Space()}{Value(p.Value, kind, p.Name)}");
        return $"{{{Space()}{string.Join($"{Space()},{Space()}", texts)}{Space()}}}";
    }

    private string Value(JsonNode? value, string kind, string name) => value switch
    {
        null => "null",
        JsonObject o when kind == "contextActivities" && Coin => $"[{Value(o, "", name)}]",
        JsonObject o => Write(Pairs(o), Kind(kind, name)),
        JsonArray { Count: 1 } one when kind == "contextActivities" && Coin => Value(one[0], "", name),
        JsonArray list => $"[{string.Join(',', Order(list, kind, name).Select(element => Value(element, kind == "extensions" ? kind : "", name)))}]",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.String => Text(kind is "extensions" or "map" ? value.GetValue<string>() : Spell(name, value.GetValue<string>())),
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => Number(value.ToJsonString()),
        _ => value.ToJsonString(),
    };

    private JsonNode?[] Order(JsonArray list, string kind, string name)
    {
        var elements = list.ToArray();
        if (kind != "extensions" && Sets.Contains(name))
            random.Shuffle(elements);
        return elements;
    }

    private string Spell(string name, string text) => name switch
    {
        "registration" or "mbox_sha1sum" or "sha2" or "language" => Case(text),
        "id" when Guid.TryParse(text, out _) => Case(text),
        "mbox" => text[..text.IndexOf('@', StringComparison.Ordinal)] + Case(text[text.IndexOf('@', StringComparison.Ordinal)..]),
        "contentType" => Case(text),
        "duration" when text.EndsWith(".14S", StringComparison.Ordinal) && Coin => text[..^1] + "9999S",
        "timestamp" when Coin => Otherwhere(text),
        _ => text,
    };

    private static string Otherwhere(string timestamp) =>
        DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromMinutes(-210)).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private string Number(string text) => random.Next(4) switch
    {
        _ when text.Contains('E', StringComparison.OrdinalIgnoreCase) => text,
        0 when text.Contains('.', StringComparison.Ordinal) => text + "000",
        1 when !text.Contains('.', StringComparison.Ordinal) => text + ".0",
        2 => text + "e+00",
        3 when !text.Contains('.', StringComparison.Ordinal) => text + "00E-2",
        _ => text,
    };

    private string Text(string text)
    {
        var written = JsonValue.Create(text).ToJsonString();
        return Coin && text.Length > 0 && text[0] < 0x80 ? $"\"\\u{(int)text[0]:x4}{JsonValue.Create(text[1..]).ToJsonString()[1..]}" : written;
    }

    private string Case(string text) => Coin ? text.ToUpperInvariant() : Coin ? text.ToLowerInvariant() : text;

    private string Space() => random.Pick(["", "", " ", "\n\t"]);

    private static IEnumerable<(string Name, JsonNode? Value)> Pairs(JsonObject o) => o.Select(p => (p.Key, p.Value));
}
