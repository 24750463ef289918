using System.Text;
using System.Text.Json;
using Analytics.Ingest;
using Analytics.Streaming;
using Testing;

namespace Analytics.Tests.Ingest;

public sealed class StatementRowMapperTests
{
    private const string Ref = "\"objectType\":\"StatementRef\",\"id\":\"\\u0036690E6C9-3EF0-4ED3-8B37-7F3964730BEE\"";

    private static readonly Guid Referenced = new("6690e6c9-3ef0-4ed3-8b37-7f3964730bee");

    [Fact]
    public void Flattens_what_is_filtered_and_counted()
    {
        var row = Map(Some.Statement(Posted.Learner("7"), more:
            """
            "timestamp":"2026-03-14T16:26:53.5+07:00","result":{"success":true,"duration":"PT45M"},
            "context":{"registration":"EC531277-B57B-4C15-8D91-D292C5B2B8F7",
              "contextActivities":{"parent":{"id":"https://x.example/p"},"grouping":[{"id":"https://x.example/p"},{"id":"https://x.example/g"}]},
              "extensions":{"https://lan.go.id/xapi/extensions/jp":1.10,"https://lan.go.id/xapi/extensions/certificate-number":" A-1 "}}
            """));
        Assert.Equal(["account:https://nip.asn.go.id|7"], row.Learners);
        Assert.Equal(["https://lms.example.go.id/course/7", "https://x.example/p", "https://x.example/g"], row.Activities);
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 9, 26, 53, 500, TimeSpan.Zero), row.Timestamp);
        Assert.Equal(new Guid("ec531277-b57b-4c15-8d91-d292c5b2b8f7"), row.Registration);
        Assert.Equal((true, null, "PT45M", "1.10", "A-1"), (row.Success, row.Completion, row.Duration, row.JpExtension, row.CertificateNumber));
        Assert.Contains(FilterKey.Registration(row.Registration), row.FilterKeys);
        Assert.Contains(FilterKey.RelatedActivity("https://x.example/g"), row.FilterKeys);
        Assert.DoesNotContain(FilterKey.Activity("https://x.example/g"), row.FilterKeys);
    }

    [Fact]
    public void Reads_the_target_of_a_voiding_however_its_id_is_spelled()
    {
        var row = Map(Some.Statement(verb: """{"id":"http://adlnet.gov/expapi/verbs/voided"}""", @object: "{" + Ref + "}"));
        Assert.Equal(Referenced, row.Voids);
        Assert.Contains(FilterKey.Voids(Referenced), row.FilterKeys);
        Assert.Contains(FilterKey.Target(Referenced), row.FilterKeys);
        Assert.Equal(Guid.Empty, Map(Some.Statement(@object: "{" + Ref + "}")).Voids);
    }

    [Fact]
    public void Counts_the_members_of_a_group_each_once_and_not_the_group()
    {
        var row = Map(Some.Statement(
            """{"objectType":"Group","mbox":"mailto:g@x.example","member":[{"mbox":"mailto:a@x.example"},{"mbox":"mailto:b@x.example"},{"mbox":"mailto:a@x.example"}]}"""));
        Assert.Equal(["mailto:a@x.example", "mailto:b@x.example"], row.Learners);
        Assert.Equal("mailto:g@x.example", row.Actor);
        Assert.Contains(FilterKey.Agent("mailto:g@x.example"), row.FilterKeys);
        Assert.DoesNotContain(FilterKey.Learner("mailto:g@x.example"), row.FilterKeys);
        Assert.Empty(Map(Some.Statement("""{"objectType":"Group","member":[]}""")).Learners);
    }

    [Theory]
    [InlineData("""{"mbox":"mailto:Siti@Example.GO.id"}""", "mailto:Siti@example.go.id")]
    [InlineData("""{"mbox_sha1sum":"EBD31E95054C018B10727CCFFD2EF2EC3A016EE9"}""", "sha1:ebd31e95054c018b10727ccffd2ef2ec3a016ee9")]
    [InlineData("""{"openid":"https://Siti.example/"}""", "openid:https://Siti.example/")]
    [InlineData("""{"account":{"name":"Siti@X","homePage":"https://Lms.example"}}""", "account:https://Lms.example|Siti@X")]
    public void Knows_an_agent_by_an_identifier_without_the_case_that_does_not_matter(string actor, string ifi)
    {
        var row = Map(Some.Statement(actor));
        Assert.Equal([ifi], row.Learners);
        Assert.Contains(FilterKey.Agent(ifi), row.FilterKeys);
        using var parameter = JsonDocument.Parse(actor);
        Assert.Equal(ifi, Ifi.Of(parameter.RootElement));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", 1900)]
    [InlineData("9999-12-31T23:59:59.9999999Z", 2299)]
    public void Keeps_far_off_timestamps_inside_what_the_table_holds(string timestamp, int year) =>
        Assert.Equal(year, Map(Some.Statement(more: $"\"timestamp\":\"{timestamp}\"")).Timestamp!.Value.Year);

    [Fact]
    public void Finds_the_parts_of_a_sub_statement_as_related_ones_only()
    {
        var row = Map(Some.WithSubStatement(more:
            """
            "timestamp":"0001-01-01T00:00:00Z","context":{"registration":"ec531277-b57b-4c15-8d91-d292c5b2b8f7",
              "contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:ca@x.example"}}],
              "contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group","member":[{"mbox":"mailto:m@x.example"}]},"relevantTypes":["https://x.example/t"]}]}
            """));
        Assert.Contains(FilterKey.RelatedAgent("mailto:ca@x.example"), row.FilterKeys);
        Assert.Contains(FilterKey.RelatedAgent("mailto:m@x.example"), row.FilterKeys);
        Assert.DoesNotContain(FilterKey.Activity("https://lms.example.go.id/course/7"), row.FilterKeys);
        Assert.Equal(("SubStatement", "", Guid.Empty), (row.ObjectKind, row.ObjectId, row.Registration));
    }

    [Theory]
    [InlineData("1e999999")]
    [InlineData("-1E-999999")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("null")]
    [InlineData("[[],{},\"\\u0000\",\"\",true]")]
    [InlineData("{\"objectType\":1,\"timestamp\":\"x\",\"duration\":null,\"member\":{},\"account\":[],\"definition\":2,\"contextActivities\":3}")]
    public void Takes_any_value_in_an_extension(string value)
    {
        var extensions = $"\"extensions\":{{\"https://lan.go.id/xapi/extensions/jp\":{value},\"x:timestamp\":{value}}}";
        var row = Map(Some.Statement(more: $"\"result\":{{{extensions}}},\"context\":{{{extensions}}}"));
        Assert.Equal(char.IsDigit(value[^1]) ? value : "", row.JpExtension);
    }

    private static StatementRow Map(string json) =>
        StatementRowMapper.Map(new AcceptedStatement(Guid.NewGuid(), Encoding.UTF8.GetBytes(json), "p", Some.Agent, "2.0.0"));
}
