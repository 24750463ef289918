using System.Text.Json.Nodes;

namespace Testing;

// What xAPI 2.0 adds (IEEE 9274.1.1 4.2.2.5).
public static partial class RandomStatements
{
    /// <summary>A random statement that keeps every rule of xAPI 2.0, and has something in it that 1.0.3 does not know.</summary>
    public static JsonObject AnyOfVersion2(Random random)
    {
        var statement = Any(random);
        if (statement.ContainsKey("version")) statement["version"] = random.Pick(["2.0", "2.0.0", "2.0.9", "1.0.3"]);
        AddContextActors(random, statement);
        if (statement["object"]!["objectType"]?.GetValue<string>() == "SubStatement" && random.Next(2) == 0)
            AddContextActors(random, statement["object"]!.AsObject());
        return statement;
    }

    private static void AddContextActors(Random random, JsonObject statement)
    {
        var context = statement["context"] as JsonObject ?? [];
        var hasAgents = random.Next(3) > 0;
        if (hasAgents) context["contextAgents"] = List(random, () => ContextActor(random, "contextAgent", "agent", Agent(random)));
        if (!hasAgents || random.Next(2) == 0)
            context["contextGroups"] = List(random, () => ContextActor(random, "contextGroup", "group", Group(random)));
        statement.Remove("context");
        statement["context"] = Shuffled(random, context);
    }

    private static JsonObject ContextActor(Random random, string objectType, string property, JsonObject actor)
    {
        var entry = new JsonObject { ["objectType"] = objectType, [property] = actor };
        Maybe(random, entry, "relevantTypes", () => new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)Iri(random))]));
        return Shuffled(random, entry);
    }
}
