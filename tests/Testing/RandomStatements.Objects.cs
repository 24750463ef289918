using System.Text.Json.Nodes;

namespace Testing;

// Whatever has an objectType, and the verb.
public static partial class RandomStatements
{
    private static readonly string[] InteractionTypes =
        ["true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"];

    private static JsonObject Actor(Random random) => random.Next(3) == 0 ? Group(random) : Agent(random);

    private static JsonObject Agent(Random random)
    {
        var agent = new JsonObject();
        Maybe(random, agent, "objectType", () => "Agent");
        Maybe(random, agent, "name", () => random.Pick(Words));
        Identify(random, agent);
        return Shuffled(random, agent);
    }

    private static JsonObject Group(Random random)
    {
        var group = new JsonObject { ["objectType"] = "Group" };
        var isIdentified = random.Next(2) == 0;
        if (isIdentified) Identify(random, group);
        if (!isIdentified || random.Next(2) == 0) group["member"] = List(random, () => Agent(random));
        return Shuffled(random, group);
    }

    private static void Identify(Random random, JsonObject actor)
    {
        var number = random.Next(1_000_000);
        switch (random.Next(4))
        {
            case 0: actor["mbox"] = $"mailto:asn{number}@example.go.id"; break;
            case 1: actor["mbox_sha1sum"] = $"{number:x8}95054c018b10727ccffd2ef2ec3a016e"; break;
            case 2: actor["openid"] = $"https://id.example.go.id/{number}"; break;
            default: actor["account"] = new JsonObject { ["name"] = $"{number}", ["homePage"] = Iri(random) }; break;
        }
    }

    private static JsonObject Verb(Random random)
    {
        var verb = new JsonObject { ["id"] = Iri(random) };
        Maybe(random, verb, "display", () => LanguageMap(random));
        return Shuffled(random, verb);
    }

    private static JsonObject Object(Random random, bool mayBeSubStatement)
    {
        switch (random.Next(mayBeSubStatement ? 6 : 5))
        {
            case 0: return Actor(random) is var actor && actor.ContainsKey("objectType") ? actor : Group(random);
            case 1: return StatementRef();
            case 5:
                var inner = Body(random, mayHoldSubStatement: false);
                inner["objectType"] = "SubStatement";
                return Shuffled(random, inner);
            default: return Activity(random);
        }
    }

    private static JsonObject StatementRef() => new() { ["id"] = Guid.NewGuid().ToString(), ["objectType"] = "StatementRef" };

    private static JsonObject Activity(Random random)
    {
        var activity = new JsonObject { ["id"] = Iri(random) };
        Maybe(random, activity, "objectType", () => "Activity");
        Maybe(random, activity, "definition", () => Definition(random));
        return Shuffled(random, activity);
    }

    private static JsonObject Definition(Random random)
    {
        var definition = new JsonObject();
        Maybe(random, definition, "name", () => LanguageMap(random));
        Maybe(random, definition, "description", () => LanguageMap(random));
        Maybe(random, definition, "type", () => Iri(random));
        Maybe(random, definition, "moreInfo", () => Iri(random));
        Maybe(random, definition, "extensions", () => Extensions(random));
        if (random.Next(2) == 0) return Shuffled(random, definition);
        definition["interactionType"] = random.Pick(InteractionTypes);
        Maybe(random, definition, "correctResponsesPattern", () => List(random, () => random.Pick(Words)));
        foreach (var list in new[] { "choices", "scale", "source", "target", "steps" })
            Maybe(random, definition, list, () => new JsonArray([.. Enumerable.Range(0, random.Next(12)).Select(i => Component(random, i))]));
        return Shuffled(random, definition);
    }

    private static JsonObject Component(Random random, int number)
    {
        var component = new JsonObject { ["id"] = $"c{number}" };
        Maybe(random, component, "description", () => LanguageMap(random));
        return component;
    }
}
