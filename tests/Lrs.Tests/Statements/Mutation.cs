using System.Text.Json.Nodes;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>One change that breaks one rule of a good statement, the name of that change, and the refusal it must bring.</summary>
internal sealed partial record Mutation(string Way, string Json, string Error, string Path)
{
    private static readonly string[] LanguageMaps = ["display", "name", "description"];
    private static readonly string[] Identifiers = ["mbox", "mbox_sha1sum", "openid", "account"];
    private static readonly string[] ComponentLists = ["choices", "scale", "source", "target", "steps"];

    private static readonly Breaking[] Ways =
    [
        AddUnknownName, ChangeCaseOfName, PutNull, PutWrongType, PutBadFormat, RemoveRequired, AddNullToList, AddNumberToList,
        .. WaysOfRules,
    ];

    private delegate Refusal? Breaking(Place place, Random random);

    public static IEnumerable<string> AllWays => Ways.Select(way => way.Method.Name);

    /// <summary>Breaks the statement at a random place, in one of the ways that place allows.</summary>
    public static Mutation Of(JsonObject statement, Random random)
    {
        var places = Places(statement, "", "", "", null).ToArray();
        while (true)
        {
            var way = random.Pick(Ways);
            if (way(random.Pick(places), random) is { } refusal)
                return new Mutation(way.Method.Name, statement.ToJsonString(), refusal.Error, refusal.Path);
        }
    }

    private static Refusal? AddUnknownName(Place place, Random random)
    {
        if (place.Node is not JsonObject target) return null;
        var (name, error) = place.Name == "extensions" ? ("jp", "InvalidExtensionKey")
            : place.IsLanguageMap ? (random.Pick(["a12345678", "en_US", "e", ""]), "InvalidLanguageTag")
            : (random.Pick(["nip", "Id", "", "contextagents", "extension"]), "UnknownProperty");
        target[name] = "x";
        return new Refusal(error, Join(place.Path, name));
    }

    private static Refusal? ChangeCaseOfName(Place place, Random random)
    {
        if (place.Node is not JsonObject { Count: > 0 } target || place.IsLanguageMap || place.Name == "extensions") return null;
        var (name, value) = target.ElementAt(random.Next(target.Count));
        var other = random.Next(2) == 0 ? name.ToUpperInvariant() : char.ToUpperInvariant(name[0]) + name[1..];
        target.Remove(name);
        target[other] = value;
        return new Refusal("UnknownProperty", Join(place.Path, other));
    }

    private static Refusal? PutNull(Place place, Random random) => place.Replace(null, "NullValue");

    private static Refusal? PutWrongType(Place place, Random random) =>
        place.Replace(place.Node is JsonValue v && v.TryGetValue<string>(out _) ? random.Pick<JsonNode>([5, true, new JsonObject(), new JsonArray()]) : "5", "WrongType");

    private static Refusal? PutBadFormat(Place place, Random random) =>
        place.Node is JsonValue && BadFormats(place) is { } bad ? place.Replace(random.Pick(bad.Values), bad.Error) : null;

    private static Refusal? RemoveRequired(Place place, Random random)
    {
        if (place.Node is not JsonObject target || Required(place) is not { Length: > 0 } required) return null;
        var name = random.Pick(required);
        target.Remove(name);
        return new Refusal("MissingProperty", Join(place.Path, name));
    }

    private static Refusal? AddNullToList(Place place, Random random) => place.AddToList(null, "NullValue");

    private static Refusal? AddNumberToList(Place place, Random random) => place.AddToList(5, "WrongType");

    private static string Join(string path, string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return $"{path}[\"{name}\"]";
        return path.Length > 0 ? $"{path}.{name}" : name;
    }

    // Every place of the statement that a rule looks at: not what is within the values of extensions. An element goes by the name of
    // its list and cannot be replaced.
    private static IEnumerable<Place> Places(JsonNode? node, string path, string name, string within, JsonObject? parent)
    {
        if (node is null) yield break;
        yield return new Place(node, path, name, within, parent);
        var inner = node switch
        {
            JsonObject when name == "extensions" => [],
            JsonObject o => o.SelectMany(p => Places(p.Value, Join(path, p.Key), p.Key, name, o)),
            JsonArray a => a.SelectMany((e, i) => Places(e, $"{path}[{i}]", name, within, null)).Where(p => p.Node is not JsonValue || p.Parent is not null),
            _ => Enumerable.Empty<Place>(),
        };
        foreach (var place in inner) yield return place;
    }

    private sealed record Refusal(string Error, string Path);

    /// <summary>A value, the name of its property and that of the object or list around it.</summary>
    private sealed record Place(JsonNode Node, string Path, string Name, string Within, JsonObject? Parent)
    {
        public bool IsLanguageMap => Node is JsonObject && LanguageMaps.Contains(Name);

        /// <summary>A Statement or SubStatement.</summary>
        public bool IsStatement => Node is JsonObject o && o.ContainsKey("verb") && o.ContainsKey("object");

        public bool IsSubStatement => IsStatement && Name == "object";

        public string? ObjectType => (Node as JsonObject)?["objectType"]?.GetValue<string>();

        /// <summary>Those of the four identifiers that it has, if it is an Agent or Group.</summary>
        public string[] OwnIdentifiers => Node is JsonObject o ? [.. Identifiers.Where(o.ContainsKey)] : [];

        public Refusal? Replace(JsonNode? value, string error)
        {
            if (Parent is null) return null;
            Parent[Name] = value;
            return new Refusal(error, Path);
        }

        public Refusal? AddToList(JsonNode? value, string error)
        {
            if (Node is not JsonArray list) return null;
            list.Add(value);
            return new Refusal(error, $"{Path}[{list.Count - 1}]");
        }
    }
}
