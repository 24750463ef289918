using System.Text;
using System.Text.Json.Nodes;
using Analytics.Activities;

namespace Analytics.Tests.Activities;

public sealed class DefinitionMergeTests
{
    [Theory]
    [InlineData("""{"name":{"en":"A"}}""", """{"name":{"id":"B"}}""", """{"name":{"en":"A","id":"B"}}""")]
    [InlineData("""{"name":{"en":"A"}}""", """{"name":{"en":"B"}}""", """{"name":{"en":"B"}}""")]
    [InlineData("""{"name":{"en-US":"A","id":"B"}}""", """{"name":{"en-us":"C"}}""", """{"name":{"id":"B","en-us":"C"}}""")]
    [InlineData("""{"name":{"en-us":"A"}}""", """{"name":{"en-US":"B","EN-us":"C"}}""", """{"name":{"en-US":"B","EN-us":"C"}}""")]
    [InlineData("""{"extensions":{"https://x.example/a":1}}""", """{"extensions":{"https://x.example/A":2}}""", """{"extensions":{"https://x.example/a":1,"https://x.example/A":2}}""")]
    [InlineData("""{"type":"https://x.example/t"}""", """{"moreInfo":"https://x.example/m"}""", """{"type":"https://x.example/t","moreInfo":"https://x.example/m"}""")]
    [InlineData("""{"type":"https://x.example/t"}""", """{"type":"https://x.example/u"}""", """{"type":"https://x.example/u"}""")]
    [InlineData("""{"extensions":{"https://x.example/a":1,"https://x.example/b":{"c":1}}}""", """{"extensions":{"https://x.example/b":null}}""",
        """{"extensions":{"https://x.example/a":1,"https://x.example/b":null}}""")]
    [InlineData("""{"choices":[{"id":"a","description":{"en":"A"}},{"id":"b"}]}""", """{"choices":[{"id":"a","description":{"id":"B"}},{"id":"c"}]}""",
        """{"choices":[{"id":"a","description":{"en":"A","id":"B"}},{"id":"c"}]}""")]
    [InlineData("""{"scale":[{"id":"a","description":{"en":"A"}}]}""", """{"scale":[{"id":"a"}]}""", """{"scale":[{"id":"a","description":{"en":"A"}}]}""")]
    [InlineData("""{"correctResponsesPattern":["a","b"]}""", """{"correctResponsesPattern":["c"]}""", """{"correctResponsesPattern":["c"]}""")]
    [InlineData("""{}""", """{}""", """{}""")]
    public void The_later_says_it_better_and_languages_add_up(string before, string later, string merged)
    {
        var result = DefinitionMerge.Merge(Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(later));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(merged), JsonNode.Parse(result)), Encoding.UTF8.GetString(result));
    }

    [Fact]
    public void Keeps_a_number_as_it_was_written() =>
        Assert.Contains("1.10", Encoding.UTF8.GetString(DefinitionMerge.Merge(null, """{"extensions":{"https://x.example/n":1.10}}"""u8.ToArray())), StringComparison.Ordinal);
}
