using System.Text.Json.Nodes;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements.Rules;

public class ObjectRulesTests
{
    [Theory]
    [InlineData("""{"id":"http://x.id/a"}""")]
    [InlineData("""{"id":"http://x.id/a","objectType":"Activity"}""")]
    [InlineData("""{"objectType":"Activit\u0079","id":"http://x.id/a","definition":{}}""")]
    [InlineData("""{"definition":{"name":{"id":"Kursus"},"description":{"id":"x"},"type":"http://x.id/course","moreInfo":"http://x.id/m"},"id":"http://x.id/a"}""")]
    [InlineData("""{"objectType":"Agent","mbox":"mailto:a@b.id"}""")]
    [InlineData("""{"mbox":"mailto:a@b.id","objectType":"Agent"}""")]
    [InlineData("""{"member":[{"mbox":"mailto:a@b.id"}],"objectType":"Group"}""")]
    [InlineData("""{"objectType":"StatementRef","id":"12345678-1234-5678-9234-567812345678"}""")]
    [InlineData("""{"id":"12345678-1234-5678-9234-56781234ABCD","objectType":"StatementRef"}""")]
    public void Accepts_an_object(string @object)
    {
        Accepts(Some.Statement(@object: @object));
        Accepts(Some.WithSubStatement(@object: @object));
    }

    [Theory]
    [InlineData("""{}""", "MissingProperty", "object.id")]
    [InlineData("""{"objectType":"Activity"}""", "MissingProperty", "object.id")]
    [InlineData("""{"id":"12345678-1234-5678-9234-567812345678"}""", "InvalidIri", "object.id")]
    [InlineData("""{"id":""}""", "InvalidIri", "object.id")]
    [InlineData("""{"id":7}""", "WrongType", "object.id")]
    [InlineData("""{"id":"http://x.id/a","objectType":"activity"}""", "InvalidValue", "object.objectType")]
    [InlineData("""{"id":"http://x.id/a","objectType":""}""", "InvalidValue", "object.objectType")]
    [InlineData("""{"id":"http://x.id/a","objecttype":"Activity"}""", "UnknownProperty", "object.objecttype")]
    [InlineData("""{"id":"http://x.id/a","name":{"en":"x"}}""", "UnknownProperty", "object.name")]
    [InlineData("""{"mbox":"mailto:a@b.id"}""", "MissingProperty", "object.objectType")]
    [InlineData("""{"member":[]}""", "MissingProperty", "object.objectType")]
    [InlineData("""{"objectType":"Agent"}""", "NoIdentifier", "object")]
    [InlineData("""{"objectType":"Agent","id":"http://x.id/a"}""", "UnknownProperty", "object.id")]
    [InlineData("""{"id":"http://x.id/a","objectType":"Agent"}""", "UnknownProperty", "object.id")]
    [InlineData("""{"objectType":"StatementRef"}""", "MissingProperty", "object.id")]
    [InlineData("""{"objectType":"StatementRef","id":"http://x.id/a"}""", "InvalidUuid", "object.id")]
    [InlineData("""{"objectType":"StatementRef","id":"12345678-1234-5678-9234-567812345678","definition":{}}""", "UnknownProperty", "object.definition")]
    [InlineData("""{"objectType":"statementRef","id":"12345678-1234-5678-9234-567812345678"}""", "InvalidValue", "object.objectType")]
    [InlineData("""[]""", "WrongType", "object")]
    [InlineData("""null""", "NullValue", "object")]
    [InlineData("""{"id":"http://x.id/a","definition":{"name":"Kursus"}}""", "WrongType", "object.definition.name")]
    [InlineData("""{"id":"http://x.id/a","definition":{"type":"course"}}""", "InvalidIri", "object.definition.type")]
    [InlineData("""{"id":"http://x.id/a","definition":{"moreInfo":"x.id"}}""", "InvalidIri", "object.definition.moreInfo")]
    [InlineData("""{"id":"http://x.id/a","definition":{"moreInfo":""}}""", "InvalidIri", "object.definition.moreInfo")]
    [InlineData("""{"id":"http://x.id/a","definition":{"descriptions":{}}}""", "UnknownProperty", "object.definition.descriptions")]
    [InlineData("""{"id":"http://x.id/a","definition":[]}""", "WrongType", "object.definition")]
    public void Refuses_an_object(string @object, string error, string path)
    {
        Refuses(Some.Statement(@object: @object), error, path);
        Refuses(Some.WithSubStatement(@object: @object), error, "object." + path);
    }

    [Theory]
    [InlineData("\"timestamp\":\"2099-01-01T00:00:00Z\"")]
    [InlineData("\"result\":{\"success\":true}")]
    [InlineData("\"context\":{\"revision\":\"1\"}")]
    [InlineData("\"attachments\":[]")]
    public void Accepts_a_SubStatement(string more) => Accepts(Some.WithSubStatement(more: more));

    [Theory]
    [InlineData("\"id\":\"12345678-1234-5678-9234-567812345678\"", "object.id")]
    [InlineData("\"stored\":\"2099-01-01T00:00:00Z\"", "object.stored")]
    [InlineData("\"version\":\"1.0.0\"", "object.version")]
    [InlineData("\"authority\":{\"mbox\":\"mailto:a@b.id\"}", "object.authority")]
    public void Refuses_in_a_SubStatement_what_the_LRS_sets(string more, string path) =>
        Refuses(Some.WithSubStatement(more: more), "UnknownProperty", path);

    [Fact]
    public void Refuses_an_id_in_a_SubStatement_wherever_its_objectType_stands() => Refuses(
        Some.Statement(@object: $$"""{"id":"{{Some.Uuid}}","objectType":"SubStatement","actor":{{Some.Agent}},"verb":{{Some.Verb}},"object":{{Some.Activity}}}"""),
        "UnknownProperty",
        "object.id");

    [Theory]
    [InlineData("actor")]
    [InlineData("verb")]
    [InlineData("object")]
    public void Refuses_a_statement_and_a_SubStatement_without(string property)
    {
        Refuses(Without(Some.Statement()), "MissingProperty", property);
        Refuses(Some.Statement(@object: Without(Some.SubStatement())), "MissingProperty", $"object.{property}");

        string Without(string json)
        {
            var statement = JsonNode.Parse(json)!.AsObject();
            statement.Remove(property);
            return statement.ToJsonString();
        }
    }

    [Fact]
    public void Refuses_a_SubStatement_in_a_SubStatement()
    {
        Refuses(Some.WithSubStatement(@object: """{"objectType":"SubStatement"}"""), "NestedSubStatement", "object.object.objectType");
        Refuses(Some.WithSubStatement(@object: Some.Statement()), "UnknownProperty", "object.object.actor");
    }

    [Theory]
    [InlineData(Some.StatementRef, null)]
    [InlineData(Some.Activity, "VoidingWithoutReference")]
    [InlineData("""{"objectType":"Agent","mbox":"mailto:a@b.id"}""", "VoidingWithoutReference")]
    [InlineData("""{"objectType":"StatementRef"}""", "MissingProperty")]
    public void Wants_a_voiding_statement_to_refer_to_its_target(string @object, string? error)
    {
        const string Voided = """{"id":"http://adlnet.gov/expapi/verbs/voided"}""";
        var json = Some.Statement(verb: Voided, @object: @object);
        if (error is not null) Refuses(json, error, error == "MissingProperty" ? "object.id" : "object");
        else Assert.Equal(Guid.Parse(Some.Uuid), Accepts(json).Voids);
    }

    [Fact]
    public void Takes_only_a_voiding_statement_for_one() =>
        Assert.Null(Accepts(Some.Statement(@object: Some.StatementRef)).Voids);
}
