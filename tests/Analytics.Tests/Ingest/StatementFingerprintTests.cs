using System.Text;
using Analytics.Ingest;
using Testing;

namespace Analytics.Tests.Ingest;

public sealed class StatementFingerprintTests
{
    private const string Context = "\"context\":{\"registration\":\"ec531277-b57b-4c15-8d91-d292c5b2b8f7\"}";

    [Theory]
    [InlineData("\"id\":\"6690e6c9-3ef0-4ed3-8b37-7f3964730bee\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"version\":\"1.0.0\"", "")]
    [InlineData(Context, "\"context\":{\"registration\":\"EC531277-B57B-4C15-8D91-D292C5B2B8F7\"}")]
    [InlineData("\"result\":{\"score\":{\"raw\":1.10}}", "\"result\":{\"score\":{\"raw\":11e-1}}")]
    [InlineData("\"result\":{\"duration\":\"PT1.999S\"}", "\"result\":{\"duration\":\"PT1.99S\"}")]
    [InlineData("\"result\":{\"success\":true,\"completion\":false}", "\"result\":{\"completion\":false,\"success\":true}")]
    [InlineData(
        "\"context\":{\"contextActivities\":{\"parent\":{\"id\":\"https://x.example/p\"}}}",
        "\"context\":{\"contextActivities\":{\"parent\":[{\"objectType\":\"Activity\",\"id\":\"https:\\/\\/x.example\\/p\",\"definition\":{}}]}}")]
    [InlineData("\"result\":{\"score\":{\"raw\":1e400}}", "\"result\":{\"score\":{\"raw\":10E+399}}")]
    [InlineData("\"result\":{\"score\":{\"raw\":-0.0}}", "\"result\":{\"score\":{\"raw\":0e7}}")]
    [InlineData("\"context\":{\"language\":\"id-ID\"}", "\"context\":{\"language\":\"ID-id\"}")]
    [InlineData(
        "\"context\":{\"instructor\":{\"mbox\":\"mailto:Siti@Example.GO.id\"}}", "\"context\":{\"instructor\":{\"mbox\":\"mailto:Siti@ex\\u0041mple.go.id\"}}")]
    [InlineData(
        "\"context\":{\"contextActivities\":{\"other\":[{\"id\":\"x:1\"},{\"id\":\"x:2\"}]}}",
        "\"context\":{\"contextActivities\":{\"other\":[{\"id\":\"x:2\"},{\"id\":\"x:1\"}]}}")]
    [InlineData(
        "\"context\":{\"contextAgents\":[{\"objectType\":\"contextAgent\",\"agent\":{\"mbox\":\"mailto:a@b.c\"},\"relevantTypes\":[\"x:1\",\"x:2\"]}]}",
        "\"context\":{\"contextAgents\":[{\"relevantTypes\":[\"x:2\",\"x:1\"],\"agent\":{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@B.c\"},\"objectType\":\"contextAgent\"}]}")]
    public void Is_the_same_whatever_the_spelling(string one, string other) =>
        Assert.Equal(Of(Some.Statement(more: one)), Of(Some.Statement(more: other)));

    [Theory]
    [InlineData("\"result\":{\"score\":{\"raw\":1}}", "\"result\":{\"score\":{\"raw\":2}}")]
    [InlineData("\"result\":{\"success\":true}", "\"result\":{\"success\":false}")]
    [InlineData("\"result\":{\"success\":true}", "\"result\":{\"completion\":true}")]
    [InlineData("\"result\":{\"duration\":\"PT1.98S\"}", "\"result\":{\"duration\":\"PT1.99S\"}")]
    [InlineData("\"result\":{\"score\":{\"raw\":1e400}}", "\"result\":{\"score\":{\"raw\":1e401}}")]
    [InlineData("\"result\":{\"score\":{\"raw\":1e99999999999999999999}}", "\"result\":{\"score\":{\"raw\":1e99999999999999999998}}")]
    [InlineData("\"result\":{\"score\":{\"raw\":0.1234567890123456789012345678901}}", "\"result\":{\"score\":{\"raw\":0.1234567890123456789012345678902}}")]
    [InlineData("\"result\":{\"score\":{\"raw\":1}}", "\"result\":{\"score\":{\"raw\":-1}}")]
    [InlineData("\"result\":{\"duration\":\"PT60S\"}", "\"result\":{\"duration\":\"PT1M\"}")]
    [InlineData("\"result\":{\"response\":\"Ya\"}", "\"result\":{\"response\":\"ya\"}")]
    [InlineData("\"context\":{\"instructor\":{\"mbox\":\"mailto:Siti@x.id\"}}", "\"context\":{\"instructor\":{\"mbox\":\"mailto:siti@x.id\"}}")]
    [InlineData(
        "\"context\":{\"contextActivities\":{\"parent\":[{\"id\":\"https://x.example.go.id/Course/12345\"}]}}",
        "\"context\":{\"contextActivities\":{\"parent\":[{\"id\":\"https://x.example.go.id/course/12345\"}]}}")]
    [InlineData("\"context\":{\"contextActivities\":{\"parent\":{\"id\":\"x:1\"}}}", "\"context\":{\"contextActivities\":{\"other\":{\"id\":\"x:1\"}}}")]
    [InlineData("\"result\":{\"extensions\":{\"https://x.example\":\"1\"}}", "\"result\":{\"extensions\":{\"https://x.example\":1}}")]
    [InlineData("\"result\":{\"extensions\":{\"https://x.example\":{}}}", "\"result\":{\"extensions\":{\"https://x.example\":[]}}")]
    [InlineData("\"result\":{\"extensions\":{\"https://x.example\":\"A\"}}", "\"result\":{\"extensions\":{\"https://x.example\":\"a\"}}")]
    [InlineData("\"result\":{\"extensions\":{\"https://x.example\":null}}", "\"result\":{\"extensions\":{\"https://x.example\":0}}")]
    [InlineData("\"result\":{\"extensions\":{\"https://x.example\":[1,2]}}", "\"result\":{\"extensions\":{\"https://x.example\":[2,1]}}")]
    [InlineData("\"result\":{\"extensions\":{\"https://x.example\":{\"name\":1}}}", "\"result\":{\"extensions\":{\"https://x.example\":{\"name\":2}}}")]
    public void Differs_where_the_statement_says_something_else(string one, string other) =>
        Assert.NotEqual(Of(Some.Statement(more: one)), Of(Some.Statement(more: other)));

    [Fact]
    public void Leaves_out_names_but_not_those_of_accounts()
    {
        Assert.Equal(Of(Some.Statement("""{"mbox":"mailto:a@b.c","name":"A"}""")), Of(Some.Statement("""{"objectType":"Agent","mbox":"mailto:a@b.c"}""")));
        Assert.NotEqual(Of(Some.Statement(Posted.Learner("1"))), Of(Some.Statement(Posted.Learner("2"))));
    }

    [Fact]
    public void Leaves_out_the_display_of_verbs()
    {
        Assert.Equal(Of(Some.Statement()), Of(Some.Statement(verb: Some.Verb[..^1] + ",\"display\":{\"id\":\"selesai\"}}")));
        Assert.NotEqual(Of(Some.Statement()), Of(Some.Statement(verb: """{"id":"http://adlnet.gov/expapi/verbs/failed"}""")));
    }

    [Fact]
    public void Does_not_see_the_order_of_members()
    {
        static string Group(string members) => Some.Statement($$"""{"objectType":"Group","member":[{{members}}]}""");
        const string A = """{"mbox":"mailto:a@x.example"}""", B = """{"mbox":"mailto:b@x.example"}""";
        Assert.Equal(Of(Group($"{A},{B}")), Of(Group($"{B},{A}")));
        Assert.NotEqual(Of(Group($"{A},{B}")), Of(Group($"{A},{A}")));
    }

    [Fact]
    public void Does_not_take_the_names_of_accounts_for_UUIDs()
    {
        const string Name = "0e0b6a4e-9d3c-4b0a-8a38-9f1a6e0c4b1d";
        Assert.NotEqual(Of(Some.Statement(Posted.Learner(Name))), Of(Some.Statement(Posted.Learner(Name.ToUpperInvariant()))));
    }

    [Theory]
    [InlineData("1800-01-01T00:00:00Z", "1799-12-31T17:00:00-07:00", true)]
    [InlineData("1800-01-01T00:00:00Z", "1801-01-01T00:00:00Z", false)]
    public void Compares_the_timestamp_of_a_SubStatement_as_an_instant(string one, string other, bool equal)
    {
        static UInt128 At(string timestamp) => Of(Some.WithSubStatement(more: $"\"timestamp\":\"{timestamp}\""));
        Assert.Equal(equal, At(one) == At(other));
    }

    private static UInt128 Of(string json) => StatementFingerprint.Of(Encoding.UTF8.GetBytes(json));
}
