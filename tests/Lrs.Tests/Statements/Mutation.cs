using System.Text.Json.Nodes;

namespace Lrs.Tests.Statements;

/// <summary>One change that breaks one rule of a good statement, with the refusal it must bring.</summary>
internal sealed record Mutation(string Json, string Error, string Path)
{
    private static readonly string[] LanguageMaps = ["display", "name", "description"];

    /// <summary>Every place of the statement that a rule looks at: not what is within the values of extensions.</summary>
    private sealed record Place(JsonNode Node, string Path, string Name, JsonObject? Parent);

    /// <summary>Breaks the statement at a random place, in one of the ways that place allows.</summary>
    public static Mutation Of(JsonObject statement, Random random)
    {
        var places = Places(statement, "", "", null).ToArray();
        while (true)
        {
            var place = places[random.Next(places.Length)];
            var (error, path) = TryBreak(random.Next(6), place);
            if (error is not null) return new Mutation(statement.ToJsonString(), error, path);
        }
    }

    private static (string? Error, string Path) TryBreak(int way, Place place)
    {
        var isMap = place.Node is JsonObject && LanguageMaps.Contains(place.Name);
        return (way, place.Node) switch
        {
            (0, JsonObject o) when place.Name == "extensions" => Add(o, "jp", "InvalidExtensionKey", $"{place.Path}.jp"),
            (0, JsonObject o) when isMap => Add(o, "a12345678", "InvalidLanguageTag", $"{place.Path}.a12345678"),
            (0, JsonObject o) => Add(o, "nip", "UnknownProperty", Join(place.Path, "nip")),
            (1, _) when place.Parent is not null => Replace(place, null, "NullValue"),
            (2, JsonValue v) when v.TryGetValue<string>(out _) => Replace(place, 5, "WrongType"),
            (2, _) when place.Parent is not null => Replace(place, "5", "WrongType"),
            (3, JsonObject o) when Required(place) is { } required => Remove(o, required, Join(place.Path, required)),
            (4, _) when BadFormat(place) is { } format => Replace(place, format.Value, format.Error),
            (5, JsonObject o) when place.Name is "actor" or "authority" or "instructor" && Identifiers(o) == 1 => Identify(o, place.Path),
            _ => (null, ""),
        };
    }

    private static (string Value, string Error)? BadFormat(Place place) => place.Name switch
    {
        "timestamp" or "stored" => ("2026-02-30T00:00:00Z", "InvalidTimestamp"),
        "duration" => ("P1W1D", "InvalidDuration"),
        "registration" => ("{12345678-1234-5678-9234-567812345678}", "InvalidUuid"),
        "language" => ("e", "InvalidLanguageTag"),
        "mbox" => ("siti@example.go.id", "InvalidMbox"),
        "mbox_sha1sum" => ("123", "InvalidMboxSha1Sum"),
        "openid" or "homePage" or "type" or "moreInfo" or "usageType" or "fileUrl" => ("x.id", "InvalidIri"),
        "id" when place.Path == "id" => ("1", "InvalidUuid"),
        "id" when place.Path.EndsWith("verb.id", StringComparison.Ordinal) => ("1", "InvalidIri"),
        "sha2" => ("abc", "InvalidSha2"),
        "contentType" => ("pdf", "InvalidMediaType"),
        "objectType" or "interactionType" => ("agent", "InvalidValue"),
        "version" => ("3.0", "InvalidVersion"),
        _ => null,
    };

    private static string? Required(Place place) => place.Name switch
    {
        "" or "object" when ((JsonObject)place.Node).ContainsKey("verb") => "verb",
        "verb" => "id",
        "account" => "name",
        "attachments" => "sha2",
        "team" => "objectType",
        "statement" => "id",
        "parent" or "grouping" or "category" or "other" => "id",
        "choices" or "scale" or "source" or "target" or "steps" => "id",
        "definition" when place.Node["choices"] is not null => "interactionType",
        _ => null,
    };

    private static (string, string) Add(JsonObject target, string name, string error, string path)
    {
        target[name] = "x";
        return (error, path);
    }

    private static (string, string) Remove(JsonObject target, string name, string path)
    {
        target.Remove(name);
        return ("MissingProperty", path);
    }

    private static (string, string) Replace(Place place, JsonNode? value, string error)
    {
        place.Parent![place.Name] = value;
        return (error, place.Path);
    }

    private static (string, string) Identify(JsonObject actor, string path)
    {
        if (actor.ContainsKey("openid")) actor["mbox"] = "mailto:a@b.id";
        else actor["openid"] = "http://a.id/";
        return ("TwoIdentifiers", path);
    }

    private static int Identifiers(JsonObject actor) =>
        new[] { "mbox", "mbox_sha1sum", "openid", "account" }.Count(actor.ContainsKey);

    private static IEnumerable<Place> Places(JsonNode? node, string path, string name, JsonObject? parent)
    {
        if (node is null) yield break;
        yield return new Place(node, path, name, parent);
        // An element goes by the name of its list and cannot be replaced.
        var inner = node switch
        {
            JsonObject when name == "extensions" => [],
            JsonObject o => o.SelectMany(p => Places(p.Value, Join(path, p.Key), p.Key, o)),
            JsonArray a => a.SelectMany((e, i) => Places(e, $"{path}[{i}]", name, null).Where(p => p.Node is JsonObject || p.Parent is not null)),
            _ => Enumerable.Empty<Place>(),
        };
        foreach (var place in inner) yield return place;
    }

    private static string Join(string path, string name)
    {
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return $"{path}[\"{name}\"]";
        return path.Length > 0 ? $"{path}.{name}" : name;
    }
}
