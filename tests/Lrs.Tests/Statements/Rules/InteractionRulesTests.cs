using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements.Rules;

public class InteractionRulesTests
{
    [Theory]
    [InlineData("true-false")]
    [InlineData("choice")]
    [InlineData("fill-in")]
    [InlineData("long-fill-in")]
    [InlineData("matching")]
    [InlineData("performance")]
    [InlineData("sequencing")]
    [InlineData("likert")]
    [InlineData("numeric")]
    [InlineData("other")]
    public void Accepts_each_interaction_type(string type) => Accepts(With($"\"interactionType\":\"{type}\""));

    [Theory]
    [InlineData("\"interactionType\":\"choice\",\"correctResponsesPattern\":[\"a[,]b\",\"{case_matters=whatever}x\"]")]
    [InlineData("\"correctResponsesPattern\":[],\"interactionType\":\"choice\"")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":[{\"id\":\"a\"},{\"id\":\"A\",\"description\":{\"id\":\"x\"}},{\"id\":\"\"}]")]
    [InlineData("\"interactionType\":\"matching\",\"source\":[{\"id\":\"1\"}],\"target\":[{\"id\":\"1\"}]")]
    [InlineData("\"interactionType\":\"likert\",\"scale\":[]")]
    [InlineData("\"interactionType\":\"performance\",\"steps\":[{\"id\":\"1\"}]")]
    public void Accepts_an_interaction(string definition) => Accepts(With(definition));

    [Theory]
    [InlineData("\"interactionType\":\"Choice\"", "InvalidValue", "interactionType")]
    [InlineData("\"interactionType\":\"\"", "InvalidValue", "interactionType")]
    [InlineData("\"interactionType\":true", "WrongType", "interactionType")]
    [InlineData("\"correctResponsesPattern\":[]", "MissingProperty", "interactionType")]
    [InlineData("\"choices\":[]", "MissingProperty", "interactionType")]
    [InlineData("\"scale\":[]", "MissingProperty", "interactionType")]
    [InlineData("\"source\":[]", "MissingProperty", "interactionType")]
    [InlineData("\"target\":[]", "MissingProperty", "interactionType")]
    [InlineData("\"steps\":[]", "MissingProperty", "interactionType")]
    [InlineData("\"interactionType\":\"choice\",\"correctResponsesPattern\":\"a\"", "WrongType", "correctResponsesPattern")]
    [InlineData("\"interactionType\":\"choice\",\"correctResponsesPattern\":[\"a\",1]", "WrongType", "correctResponsesPattern[1]")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":{\"id\":\"a\"}", "WrongType", "choices")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":[\"a\"]", "WrongType", "choices[0]")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":[{}]", "MissingProperty", "choices[0].id")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":[{\"id\":1}]", "WrongType", "choices[0].id")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":[{\"id\":\"a\",\"description\":\"x\"}]", "WrongType", "choices[0].description")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":[{\"id\":\"a\",\"name\":{}}]", "UnknownProperty", "choices[0].name")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"a\"}]", "DuplicateComponentId", "choices[2].id")]
    [InlineData("\"interactionType\":\"choice\",\"choices\":[{\"id\":\"a\"},{\"id\":\"\\u0061\"}]", "DuplicateComponentId", "choices[1].id")]
    public void Refuses_an_interaction(string definition, string error, string path)
    {
        Refuses(With(definition), error, $"object.definition.{path}");
        var nested = $$$"""{"contextActivities":{"parent":[{{{Some.Activity}}},{"id":"http://x.id/a","definition":{ {{{definition}}} } }]}}""";
        Refuses(Some.Statement(more: $"\"context\":{nested}"), error, $"context.contextActivities.parent[1].definition.{path}");
    }

    [Fact]
    public void Accepts_patterns_without_limit()
    {
        var patterns = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"{i}{new string('x', 1000)}\""));
        Accepts(With($"\"interactionType\":\"fill-in\",\"correctResponsesPattern\":[{patterns}]"));
    }

    private static string With(string definition) =>
        Some.Statement(@object: $$"""{"id":"http://x.id/a","definition":{ {{definition}} } }""");
}
