using System.Text.Json.Nodes;

namespace Lrs.Tests.Statements;

// What a place must have and how it must look.
internal sealed partial record Mutation
{
    private static readonly string[] NoIris = ["", "x.id", "/a", "#a", "http://x.id/a b", "1http://x.id", "http://x.id/%zz"];
    private static readonly string[] NoUuids =
        ["", "1", "{12345678-1234-5678-9234-567812345678}", "12345678123456789234567812345678", "12345678-1234-5678-9234-56781234567g"];

    private static (string Error, string[] Values)? BadFormats(Place place) => place.Name switch
    {
        "timestamp" or "stored" => ("InvalidTimestamp", ["", "2026-02-30T00:00:00Z", "01/011/2015", "2026-03-14T09:26:53-00:00", "2026-03-14"]),
        "duration" => ("InvalidDuration", ["", "P", "P1W1D", "1h", "PT", "P0003-01-29T04:35:59"]),
        "registration" => ("InvalidUuid", NoUuids),
        "language" => ("InvalidLanguageTag", ["", "e", "en_US", "a12345678"]),
        "mbox" => ("InvalidMbox", ["", "siti@example.go.id", "mailto:", "mailto:siti", "Mailto:siti@example.go.id", "mailto:a@b@c.id"]),
        "mbox_sha1sum" => ("InvalidMboxSha1Sum", ["", "123", "zbd31e95054c018b10727ccffd2ef2ec3a016ee9"]),
        "openid" or "homePage" or "type" or "moreInfo" or "usageType" or "fileUrl" => ("InvalidIri", NoIris),
        "id" => BadIds(place),
        "sha2" => ("InvalidSha2", ["", "abc", new string('g', 64)]),
        "contentType" => ("InvalidMediaType", ["", "pdf", "application/"]),
        "objectType" => ("InvalidValue", ["", "agent", "Kursus", "Contextagent"]),
        "interactionType" => ("InvalidValue", ["", "Choice", "true_false"]),
        "version" => ("InvalidVersion", ["", "3.0", "1.1.0", "0.9.9", "2.1.0", "v1.0"]),
        _ => null,
    };

    private static (string Error, string[] Values)? BadIds(Place place)
    {
        // The id of a component is any text, and that of a language map is Indonesian.
        if (ComponentLists.Contains(place.Within) || LanguageMaps.Contains(place.Within)) return null;
        var isUuid = place.Path == "id" || place.Parent!["objectType"]?.GetValue<string>() == "StatementRef";
        return isUuid ? ("InvalidUuid", NoUuids) : ("InvalidIri", NoIris);
    }

    private static string[] Required(Place place)
    {
        if (place.IsStatement) return ["actor", "verb", "object"];
        var node = (JsonObject)place.Node;
        return place.Name switch
        {
            "verb" => ["id"],
            "account" => ["homePage", "name"],
            "attachments" => ["usageType", "display", "contentType", "length", "sha2"],
            "team" or "group" => ["objectType"],
            "statement" => ["id", "objectType"],
            "contextAgents" => ["objectType", "agent"],
            "contextGroups" => ["objectType", "group"],
            "parent" or "grouping" or "category" or "other" => ["id"],
            "object" when node.ContainsKey("id") => ["id"],
            "object" => ["objectType"],
            "actor" or "instructor" when node.ContainsKey("member") => ["objectType"],
            "definition" when node.ContainsKey("correctResponsesPattern") || ComponentLists.Any(node.ContainsKey) => ["interactionType"],
            var name when ComponentLists.Contains(name) => ["id"],
            _ => [],
        };
    }
}
