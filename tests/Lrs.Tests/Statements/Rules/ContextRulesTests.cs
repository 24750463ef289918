using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements.Rules;

public class ContextRulesTests
{
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"registration":"12345678-1234-5678-9234-567812345678","language":"id","revision":"2","platform":"LMS"}""")]
    [InlineData($$"""{"instructor":{{Some.Group}},"team":{{Some.Group}},"statement":{{Some.StatementRef}}}""")]
    [InlineData("""{"contextActivities":{}}""")]
    [InlineData($$$"""{"contextActivities":{"parent":[],"grouping":{{{Some.Activity}}},"category":[{{{Some.Activity}}},{{{Some.Activity}}}],"other":[]}}""")]
    public void Accepts_a_context(string context)
    {
        Accepts(Some.Statement(more: $"\"context\":{context}"));
        Accepts(Some.Statement(more: $"\"context\":{context}"), "2.0.0");
        Accepts(Some.WithSubStatement(more: $"\"context\":{context}"));
    }

    [Theory]
    [InlineData("""[]""", "WrongType", "context")]
    [InlineData("""{"registration":"12345678"}""", "InvalidUuid", "context.registration")]
    [InlineData("""{"registration":""}""", "InvalidUuid", "context.registration")]
    [InlineData("""{"registration":7}""", "WrongType", "context.registration")]
    [InlineData("""{"team":{"mbox":"mailto:a@b.id"}}""", "MissingProperty", "context.team.objectType")]
    [InlineData("""{"team":{"objectType":"Agent","mbox":"mailto:a@b.id"}}""", "InvalidValue", "context.team.objectType")]
    [InlineData("""{"language":"en_US"}""", "InvalidLanguageTag", "context.language")]
    [InlineData("""{"language":""}""", "InvalidLanguageTag", "context.language")]
    [InlineData("""{"language":["id"]}""", "WrongType", "context.language")]
    [InlineData("""{"revision":2}""", "WrongType", "context.revision")]
    [InlineData("""{"platform":{}}""", "WrongType", "context.platform")]
    [InlineData("""{"platform":"a\u0000b"}""", "InvalidCharacter", "context.platform")]
    [InlineData("""{"statement":{"id":"12345678-1234-5678-9234-567812345678"}}""", "MissingProperty", "context.statement.objectType")]
    [InlineData("""{"statement":{"objectType":"StatementRef","id":"x"}}""", "InvalidUuid", "context.statement.id")]
    [InlineData("""{"statement":{"objectType":"Activity","id":"http://x.id/a"}}""", "InvalidValue", "context.statement.objectType")]
    [InlineData("""{"contextActivities":[]}""", "WrongType", "context.contextActivities")]
    [InlineData("""{"contextActivities":{"Parent":[]}}""", "UnknownProperty", "context.contextActivities.Parent")]
    [InlineData("""{"contextActivities":{"parent":"http://x.id/a"}}""", "WrongType", "context.contextActivities.parent")]
    [InlineData("""{"contextActivities":{"parent":{"id":"x"}}}""", "InvalidIri", "context.contextActivities.parent.id")]
    [InlineData("""{"contextActivities":{"parent":[{"id":"x"}]}}""", "InvalidIri", "context.contextActivities.parent[0].id")]
    [InlineData("""{"contextActivities":{"other":[{"id":"http://x.id/a"},{"objectType":"Agent","mbox":"mailto:a@b.id"}]}}""", "InvalidValue", "context.contextActivities.other[1].objectType")]
    [InlineData("""{"contextActivities":{"other":[null]}}""", "NullValue", "context.contextActivities.other[0]")]
    [InlineData("""{"contextActivities":{"grouping":[[]]}}""", "WrongType", "context.contextActivities.grouping[0]")]
    [InlineData("""{"Team":{}}""", "UnknownProperty", "context.Team")]
    public void Refuses_a_context(string context, string error, string path)
    {
        Refuses(Some.Statement(more: $"\"context\":{context}"), error, path);
        Refuses(Some.Statement(more: $"\"context\":{context}"), error, path, "2.0.0");
        Refuses(Some.WithSubStatement(more: $"\"context\":{context}"), error, $"object.{path}");
    }

    [Theory]
    [InlineData("revision")]
    [InlineData("platform")]
    public void Wants_an_Activity_beside(string property)
    {
        var context = $"\"context\":{{\"{property}\":\"x\"}}";
        foreach (var other in new[] { Some.StatementRef, Some.Group, """{"objectType":"Agent","mbox":"mailto:a@b.id"}""" })
        {
            Refuses(Some.Statement(@object: other, more: context), "OnlyWithActivity", $"context.{property}");
            Refuses(Some.WithSubStatement(@object: other, more: context), "OnlyWithActivity", $"object.context.{property}");
            Refuses($"{{{context},{Some.Statement(@object: other)[1..]}", "OnlyWithActivity", $"context.{property}");
        }

        Refuses(Some.Statement(@object: Some.SubStatement(), more: context), "OnlyWithActivity", $"context.{property}");
        Accepts(Some.Statement(more: context));
        Accepts(Some.WithSubStatement(more: context));
    }

    [Theory]
    [InlineData("""{"contextAgents":[]}""")]
    [InlineData($$"""{"contextAgents":[{"objectType":"contextAgent","agent":{{Some.Agent}}}]}""")]
    [InlineData($$"""{"contextAgents":[{"relevantTypes":["http://x.id/t"],"agent":{{Some.Agent}},"objectType":"contextAgent"}]}""")]
    [InlineData($$"""{"contextGroups":[{"objectType":"contextGroup","group":{{Some.Group}},"relevantTypes":["http://x.id/t","urn:x"]}]}""")]
    public void Knows_context_agents_and_groups_from_version_2_on(string context)
    {
        var property = context.Contains("contextAgents", StringComparison.Ordinal) ? "contextAgents" : "contextGroups";
        Accepts(Some.Statement(more: $"\"context\":{context}"), "2.0.0");
        Accepts(Some.WithSubStatement(more: $"\"context\":{context}"), "2.0.0");
        Refuses(Some.Statement(more: $"\"context\":{context}"), "UnknownProperty", $"context.{property}");
        Refuses(Some.WithSubStatement(more: $"\"context\":{context}"), "UnknownProperty", $"object.context.{property}");
    }

    [Theory]
    [InlineData($$$"""{"contextAgents":{"objectType":"contextAgent","agent":{{{Some.Agent}}}}}""", "WrongType", "contextAgents")]
    [InlineData($$"""{"contextAgents":[{"agent":{{Some.Agent}}}]}""", "MissingProperty", "contextAgents[0].objectType")]
    [InlineData($$"""{"contextAgents":[{"objectType":"Agent","agent":{{Some.Agent}}}]}""", "InvalidValue", "contextAgents[0].objectType")]
    [InlineData($$"""{"contextAgents":[{"objectType":"contextGroup","agent":{{Some.Agent}}}]}""", "InvalidValue", "contextAgents[0].objectType")]
    [InlineData("""{"contextAgents":[{"objectType":"contextAgent"}]}""", "MissingProperty", "contextAgents[0].agent")]
    [InlineData("""{"contextAgents":[{"objectType":"contextAgent","agent":{}}]}""", "NoIdentifier", "contextAgents[0].agent")]
    [InlineData($$"""{"contextAgents":[{"objectType":"contextAgent","agent":{{Some.Group}}}]}""", "InvalidValue", "contextAgents[0].agent.objectType")]
    [InlineData($$"""{"contextAgents":[{"objectType":"contextAgent","agent":{{Some.Agent}},"relevantTypes":[]}]}""", "EmptyList", "contextAgents[0].relevantTypes")]
    [InlineData($$"""{"contextAgents":[{"objectType":"contextAgent","agent":{{Some.Agent}},"relevantTypes":"http://x.id/t"}]}""", "WrongType", "contextAgents[0].relevantTypes")]
    [InlineData($$"""{"contextAgents":[{"objectType":"contextAgent","agent":{{Some.Agent}},"relevantTypes":["x"]}]}""", "InvalidIri", "contextAgents[0].relevantTypes[0]")]
    [InlineData($$"""{"contextAgents":[{"objectType":"contextAgent","agent":{{Some.Agent}},"group":{{Some.Group}}}]}""", "UnknownProperty", "contextAgents[0].group")]
    [InlineData($$"""{"contextGroups":[{"objectType":"contextAgent","group":{{Some.Group}}}]}""", "InvalidValue", "contextGroups[0].objectType")]
    [InlineData($$"""{"contextGroups":[{"objectType":"contextGroup","group":{{Some.Agent}}}]}""", "MissingProperty", "contextGroups[0].group.objectType")]
    [InlineData("""{"contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group"}}]}""", "MissingProperty", "contextGroups[0].group.member")]
    public void Refuses_context_agents_and_groups(string context, string error, string path)
    {
        Refuses(Some.Statement(more: $"\"context\":{context}"), error, $"context.{path}", "2.0.0");
        Refuses(Some.WithSubStatement(more: $"\"context\":{context}"), error, $"object.context.{path}", "2.0.0");
    }
}
