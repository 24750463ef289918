using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements;

public class RandomStatementsTests
{
    // The size of an integer is how large it may be: with the hundred that is the rule there would be only as many seeds.
    private const int Seeds = 1_000_000_000;

    [Property(MaxTest = 1000, EndSize = Seeds)]
    public void Accepts_a_statement_that_keeps_the_rules(int seed)
    {
        var json = RandomStatements.Any(new Random(seed)).ToJsonString();

        Accepts(json);
        Accepts(json, "2.0.0");
    }

    [Property(MaxTest = 1000, EndSize = Seeds)]
    public void Accepts_a_statement_that_keeps_the_rules_of_version_2_which_version_1_does_not_know(int seed)
    {
        var json = RandomStatements.AnyOfVersion2(new Random(seed)).ToJsonString();

        Accepts(json, "2.0.0");
        Assert.Contains(Parse(json).Error.GetType().Name, new[] { "UnknownProperty", "InvalidVersion" });
    }

    [Property(MaxTest = 5000, EndSize = Seeds)]
    public void Refuses_a_statement_in_which_one_rule_is_broken_and_names_the_place(int seed)
    {
        var random = new Random(seed);
        var mutation = Mutation.Of(RandomStatements.Any(random), random);

        Refuses(mutation.Json, mutation.Error, mutation.Path);
        Refuses(mutation.Json, mutation.Error, mutation.Path, "2.0.0");
    }

    [Property(MaxTest = 3000, EndSize = Seeds)]
    public void Refuses_a_statement_of_version_2_in_which_one_rule_is_broken_and_names_the_place(int seed)
    {
        var random = new Random(seed);
        var mutation = Mutation.Of(RandomStatements.AnyOfVersion2(random), random);

        Refuses(mutation.Json, mutation.Error, mutation.Path, "2.0.0");
    }

    [Fact]
    public void Tries_every_way_to_break_a_rule()
    {
        var tried = Enumerable.Range(0, 10_000).Select(seed =>
        {
            var random = new Random(seed);
            return Mutation.Of(RandomStatements.AnyOfVersion2(random), random).Way;
        });

        Assert.Equal(Mutation.AllWays.Order(), tried.Distinct().Order());
    }

    [Property(MaxTest = 300, EndSize = Seeds)]
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
