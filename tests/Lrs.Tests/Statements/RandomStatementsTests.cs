using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements;

public class RandomStatementsTests
{
    [Property(MaxTest = 1000)]
    public void Accepts_a_statement_that_keeps_the_rules(int seed)
    {
        var json = RandomStatements.Any(new Random(seed)).ToJsonString();

        Accepts(json);
        Accepts(json, "2.0.0");
    }

    [Property(MaxTest = 3000)]
    public void Refuses_a_statement_in_which_one_rule_is_broken_and_names_the_place(int seed)
    {
        var random = new Random(seed);
        var statement = RandomStatements.Any(random);
        var mutation = Mutation.Of(statement, random);

        Refuses(mutation.Json, mutation.Error, mutation.Path);
    }

    [Property(MaxTest = 300)]
    public void Refuses_a_property_that_stands_twice_wherever_it_is(int seed)
    {
        var random = new Random(seed);
        var statement = RandomStatements.Any(random);
        var objects = Objects(statement).Where(o => o.Count > 0).ToArray();
        var target = objects[random.Next(objects.Length)];
        var (name, value) = target.ElementAt(random.Next(target.Count));
        // A tree cannot hold it: a mark is put in and taken for the name in the text.
        target["@twice@"] = value?.DeepClone();
        var json = statement.ToJsonString().Replace("\"@twice@\"", JsonValue.Create(name).ToJsonString());

        Assert.Equal("DuplicateProperty", Parse(json).Error.GetType().Name);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).SelectMany(Objects).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
