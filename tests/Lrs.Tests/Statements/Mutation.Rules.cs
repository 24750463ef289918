using System.Text.Json.Nodes;
using Testing;

namespace Lrs.Tests.Statements;

// Rules that look at more than one property.
internal sealed partial record Mutation
{
    private static Breaking[] WaysOfRules =>
    [
        // Not a field: in which order the fields of two files begin is not said.
        IdentifyTwice, IdentifyNot, PutGroupInGroup, PutAgentAsTeam, PutAuthority, PutScoreOutOfRange, RepeatComponentId, EmptyRelevantTypes,
        PutRevisionBesideReference, NestSubStatement, AddToSubStatementWhatTheLrsSets, VoidWithoutReference, PutAgentAsContextActivity,
    ];

    private static Refusal? IdentifyTwice(Place place, Random random)
    {
        if (place.OwnIdentifiers is not [var own]) return null;
        var other = random.Pick([.. Identifiers.Where(name => name != own)]);
        place.Node[other] = other switch
        {
            "mbox" => "mailto:a@b.id",
            "mbox_sha1sum" => "ebd31e95054c018b10727ccffd2ef2ec3a016ee9",
            "openid" => "http://a.id/",
            _ => new JsonObject { ["homePage"] = "http://a.id/", ["name"] = "" },
        };
        return new Refusal("TwoIdentifiers", place.Path);
    }

    private static Refusal? IdentifyNot(Place place, Random random)
    {
        if (place.OwnIdentifiers is not [var own] || place.ObjectType == "Group") return null;
        ((JsonObject)place.Node).Remove(own);
        return new Refusal("NoIdentifier", place.Path);
    }

    private static Refusal? PutGroupInGroup(Place place, Random random)
    {
        if (place.Node is not JsonArray members || place.Name != "member") return null;
        members.Insert(0, JsonNode.Parse(Some.Group));
        return new Refusal("InvalidValue", $"{place.Path}[0].objectType");
    }

    private static Refusal? PutAgentAsTeam(Place place, Random random) => place.Name == "team" && place.Parent is not null
        ? place.Replace(new JsonObject { ["objectType"] = "Agent", ["openid"] = "http://a.id/" }, "InvalidValue")! with { Path = $"{place.Path}.objectType" }
        : null;

    private static Refusal? PutAuthority(Place place, Random random)
    {
        if (place.Path.Length > 0) return null;
        place.Node["authority"] = JsonNode.Parse(random.Pick([Some.Group, """{"objectType":"Group","mbox":"mailto:a@b.id"}""", """{"objectType":"Group","member":[]}"""]));
        return new Refusal("InvalidAuthority", "authority");
    }

    private static Refusal? PutScoreOutOfRange(Place place, Random random)
    {
        if (place.Name != "score") return null;
        var (name, value) = random.Pick([("scaled", 1.0001), ("scaled", -2), ("min", 100), ("min", 101), ("raw", 100.5), ("raw", -5.5)]);
        place.Node[name] = value;
        return new Refusal("OutOfRange", $"{place.Path}.{name}");
    }

    private static Refusal? RepeatComponentId(Place place, Random random)
    {
        if (place.Node is not JsonArray { Count: > 0 } components || !ComponentLists.Contains(place.Name)) return null;
        components.Add(new JsonObject { ["id"] = components[random.Next(components.Count)]!["id"]!.DeepClone() });
        return new Refusal("DuplicateComponentId", $"{place.Path}[{components.Count - 1}].id");
    }

    private static Refusal? EmptyRelevantTypes(Place place, Random random) =>
        place.Name is "contextAgents" or "contextGroups" && place.Node is JsonObject entry
            ? new Place(entry, $"{place.Path}.relevantTypes", "relevantTypes", place.Name, entry).Replace(new JsonArray(), "EmptyList")
            : null;

    private static Refusal? PutRevisionBesideReference(Place place, Random random)
    {
        if (!place.IsStatement) return null;
        var property = random.Pick(["revision", "platform"]);
        var context = place.Node["context"] as JsonObject ?? [];
        context.Remove(property == "revision" ? "platform" : "revision");
        context[property] = "2";
        ((JsonObject)place.Node).Remove("context");
        place.Node["context"] = context;
        place.Node["object"] = JsonNode.Parse(random.Pick([Some.StatementRef, Some.Group]));
        return new Refusal("OnlyWithActivity", Join(place.Path, "context") + "." + property);
    }

    private static Refusal? NestSubStatement(Place place, Random random)
    {
        if (!place.IsSubStatement) return null;
        // Where the actor comes before the objectType, it is the property that nothing may have which can stand there.
        var isTypeFirst = random.Next(2) == 0;
        place.Node["object"] = JsonNode.Parse(isTypeFirst ? """{"objectType":"SubStatement"}""" : Some.SubStatement());
        return isTypeFirst
            ? new Refusal("NestedSubStatement", $"{place.Path}.object.objectType")
            : new Refusal("UnknownProperty", $"{place.Path}.object.actor");
    }

    private static Refusal? AddToSubStatementWhatTheLrsSets(Place place, Random random)
    {
        if (!place.IsSubStatement) return null;
        var (name, value) = random.Pick([("id", $"\"{Some.Uuid}\""), ("stored", "\"2026-03-14T09:26:53Z\""), ("version", "\"1.0.0\""), ("authority", Some.Agent)]);
        place.Node[name] = JsonNode.Parse(value);
        return new Refusal("UnknownProperty", $"{place.Path}.{name}");
    }

    private static Refusal? VoidWithoutReference(Place place, Random random)
    {
        if (!place.IsStatement || place.Node["object"]!["objectType"]?.GetValue<string>() == "StatementRef") return null;
        place.Node["verb"]!["id"] = "http://adlnet.gov/expapi/verbs/voided";
        return new Refusal("VoidingWithoutReference", Join(place.Path, "object"));
    }

    private static Refusal? PutAgentAsContextActivity(Place place, Random random)
    {
        if (place.Node is not JsonArray activities || place.Within != "contextActivities") return null;
        activities.Insert(0, JsonNode.Parse("""{"objectType":"Agent","mbox":"mailto:a@b.id"}"""));
        return new Refusal("InvalidValue", $"{place.Path}[0].objectType");
    }
}
