using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lrs.Statements;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements;

public class StatementErrorTests
{
    private static IEnumerable<Type> Reasons =>
        typeof(StatementError).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StatementError)) && !type.IsAbstract);

    [Fact]
    public void Have_a_code_each_that_is_the_name_of_the_reason()
    {
        var codes = Reasons.Select(type => ((StatementError)RuntimeHelpers.GetUninitializedObject(type)).Code).ToArray();

        Assert.Equal(Reasons.Select(SnakeCase), codes);
        Assert.Equal(codes.Length, codes.Distinct().Count());
    }

    [Fact]
    public void Form_a_closed_set() => Assert.All(Reasons, type => Assert.True(type.IsSealed));

    [Theory]
    [InlineData("""{"actor":{},"verb":{}}""")]
    [InlineData("""{"verb":{"id":"x"}}""")]
    [InlineData("""{"nip":1}""")]
    [InlineData("""{"result":{"duration":"1h"}}""")]
    [InlineData("""{"context":{"contextActivities":{"parent":[{"objectType":"Kursus"}]}}}""")]
    [InlineData("""[{"timestamp":"yesterday"}]""")]
    [InlineData("""{"attachments":[{"contentType":"pdf"}]}""")]
    [InlineData("{")]
    public void Say_where_and_by_which_rule(string json)
    {
        var error = Parse(json).Error;

        Assert.Matches(@"^(xAPI|IEEE)", error.Rule);
        Assert.StartsWith(error is MalformedJson ? "The text as a whole: " : $"Statement 0{(error.Path.Length > 0 ? ", " : "")}{error.Path}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Clip_what_they_quote()
    {
        var huge = new string('x', 5000);
        Assert.InRange(Parse($$$"""{"verb":{"id":"{{{huge}}}"}}""").Error.Message.Length, 60, 200);
        Assert.InRange(Parse($$$"""{"timestamp":"{{{huge}}}"}""").Error.Message.Length, 60, 240);
        Assert.InRange(Parse($$$"""{"{{{huge}}}":1}""").Error.Message.Length, 60, 240);
    }

    [Fact]
    public void Never_quote_an_id_since_people_put_personnel_numbers_there()
    {
        const string Nip = "198503152010011001";
        foreach (var json in new[] { $$$"""{"id":"{{{Nip}}}"}""", $$$"""{"context":{"registration":"{{{Nip}}}"}}""", $$$"""{"object":{"id":"{{{Nip}}}"}}""" })
            Assert.DoesNotContain(Nip, Parse(json).Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Actor":{}}""", "did you mean \"actor\"?")]
    [InlineData("""{"context":{"contextAgents":[]}}""", "it came with xAPI 2.0")]
    public void Help_with_the_usual_slips(string json, string hint) =>
        Assert.Contains(hint, Assert.IsType<UnknownProperty>(Parse(json).Error).Message, StringComparison.Ordinal);

    [Fact]
    public void A_result_holds_a_value_or_an_error()
    {
        var (good, bad) = (Parse(Some.Statement()), Parse("{}"));

        Assert.Throws<InvalidOperationException>(() => good.Error);
        Assert.Throws<InvalidOperationException>(() => bad.Value);
        Assert.True(good.TryGetValue(out var batch, out _) && batch.Statements.Count == 1);
        Assert.False(bad.TryGetValue(out _, out var error));
        Assert.Equal("missing_property", error.Code);
        Assert.Equal(("yes", "no"), (good.Match(_ => "yes", _ => "no"), bad.Match(_ => "yes", _ => "no")));
    }

    private static string SnakeCase(Type type) => Regex.Replace(type.Name, "(?<=[a-z0-9])[A-Z]", match => "_" + match.Value).ToLowerInvariant() switch
    {
        "invalid_mbox_sha1_sum" => "invalid_mbox_sha1sum",
        var name => name,
    };
}
