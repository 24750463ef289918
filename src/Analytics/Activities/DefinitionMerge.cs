using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Activities;

/// <summary>
/// Merges what a statement says of an activity into its canonical definition: the later says it better, property by property; what it does
/// not speak of stays. So do the languages of a language map that it does not have, and extensions under other names.
/// </summary>
internal static class DefinitionMerge
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <param name="canonical">Null where there is none yet.</param>
    public static byte[] Merge(byte[]? canonical, byte[] definition)
    {
        var merged = canonical is null ? [] : JsonNode.Parse(canonical, documentOptions: Deep)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(definition, documentOptions: Deep)!.AsObject())
        {
            merged[name] = name switch
            {
                "name" or "description" => Languages(merged[name], value),
                "extensions" => Union(merged[name], value),
                "choices" or "scale" or "source" or "target" or "steps" => Components(merged[name], value),
                _ => value?.DeepClone(),
            };
        }

        return JsonSerializer.SerializeToUtf8Bytes(merged, AsWritten);
    }

    private static JsonNode? Union(JsonNode? before, JsonNode? later)
    {
        if (before is not JsonObject || later is not JsonObject said)
            return later?.DeepClone();
        var union = before.DeepClone().AsObject();
        foreach (var (name, value) in said)
            union[name] = value?.DeepClone();
        return union;
    }

    /// <summary>A tag is the same language in any letter case (RFC 5646 2.1.1): the later spelling takes the place of the earlier.</summary>
    private static JsonNode? Languages(JsonNode? before, JsonNode? later)
    {
        if (before is not JsonObject known || later is not JsonObject said)
            return later?.DeepClone();
        var spelledAnew = said.Select(language => language.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = known.DeepClone().AsObject();
        foreach (var (tag, _) in known.Where(language => spelledAnew.Contains(language.Key) && !said.ContainsKey(language.Key)))
            kept.Remove(tag);
        return Union(kept, said);
    }

    /// <summary>The later list, each component with the languages that it had under the same id.</summary>
    private static JsonNode? Components(JsonNode? before, JsonNode? later)
    {
        if (before is not JsonArray known || later?.DeepClone() is not JsonArray list)
            return later?.DeepClone();
        var descriptions = known.OfType<JsonObject>().ToLookup(component => (string?)component["id"], component => component["description"]);
        foreach (var component in list.OfType<JsonObject>())
        {
            if (descriptions[(string?)component["id"]].FirstOrDefault() is { } description)
                component["description"] = component["description"] is { } said ? Languages(description, said) : description.DeepClone();
        }

        return list;
    }
}
