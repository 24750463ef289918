using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements.Rules;

public class ExtensionRulesTests
{
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"http://x.id/a":null}""")]
    [InlineData("""{"http://x.id/a":"","http://x.id/b":{},"http://x.id/c":[],"http:\/\/x.id\/d":1.10}""")]
    [InlineData("""{"http://x.id/a":[null,{"a":null,"b":[{"a":1},{"a":1}]},[[true]]]}""")]
    [InlineData("""{"http://x.id/a":{"Actor":1,"actor":2,"":3,"a b":4}}""")]
    [InlineData("""{"http://x.id/a":"NUL \u0000, even so","http://x.id/b":{"\u0000":"\ud83c\udf93"}}""")]
    [InlineData("""{"http://x.id/a":123456789012345678901234567890.5e4000}""")]
    public void Accepts_any_value(string extensions)
    {
        Accepts(Some.Statement(more: $"\"result\":{{\"extensions\":{extensions}}}"));
        Accepts(Some.Statement(more: $"\"context\":{{\"extensions\":{extensions}}}"));
        Accepts(Some.Statement(@object: $$$"""{"id":"http://x.id/a","definition":{"extensions":{{{extensions}}}}}"""));
    }

    [Theory]
    [InlineData("""[]""", "WrongType", "")]
    [InlineData(""" "x" """, "WrongType", "")]
    [InlineData("""null""", "NullValue", "")]
    [InlineData("""{"jp":10}""", "InvalidExtensionKey", ".jp")]
    [InlineData("""{"":10}""", "InvalidExtensionKey", """[""]""")]
    [InlineData("""{"x.id/a":10}""", "InvalidExtensionKey", """["x.id/a"]""")]
    [InlineData("""{"http://x.id/a":1,"http://x.id/a":1}""", "DuplicateProperty", """["http://x.id/a"]""")]
    [InlineData("""{"http://x.id/a":1,"http:\/\/x.id\/a":1}""", "DuplicateProperty", """["http://x.id/a"]""")]
    [InlineData("""{"http://x.id/a":{"b":[0,{"c":1,"c":2}]}}""", "DuplicateProperty", """["http://x.id/a"].b[1].c""")]
    [InlineData("""{"http://x.id/a":{"b":1,"\u0062":[]}}""", "DuplicateProperty", """["http://x.id/a"].b""")]
    [InlineData("""{"http://x.id/a":["\ud800"]}""", "InvalidCharacter", """["http://x.id/a"][0]""")]
    [InlineData("""{"http://x.id/a":{"n":1,"\udc00":1}}""", "InvalidCharacter", """["http://x.id/a"]["\udc00"]""")]
    [InlineData("""{"http://x.id/a":"\ud800\u0041"}""", "InvalidCharacter", """["http://x.id/a"]""")]
    [InlineData("""{"http://x.id/a":"\ud800\ud800\udc00"}""", "InvalidCharacter", """["http://x.id/a"]""")]
    public void Refuses_extensions(string extensions, string error, string path)
    {
        Refuses(Some.Statement(more: $"\"result\":{{\"extensions\":{extensions}}}"), error, "result.extensions" + path);
        Refuses(Some.Statement(more: $"\"context\":{{\"extensions\":{extensions}}}"), error, "context.extensions" + path);
        Refuses(
            Some.Statement(@object: $$$"""{"id":"http://x.id/a","definition":{"extensions":{{{extensions}}}}}"""),
            error,
            "object.definition.extensions" + path);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Finds_the_last_of_many_names_to_be_the_first_again(int count)
    {
        var names = string.Join(",", Enumerable.Range(0, count).Select(i => $"\"n{i}\":{i}"));
        Accepts(With($"{{{names}}}"));
        Refuses(With($"{{{names},\"n0\":0}}"), "DuplicateProperty", """result.extensions["http://x.id/a"].n0""");
        Refuses(With($"{{{names},\"\\u006e{count - 1}\":0}}"), "DuplicateProperty", $"""result.extensions["http://x.id/a"].n{count - 1}""");
    }

    [Fact]
    public void Knows_names_of_odd_and_even_length_apart()
    {
        var names = string.Join(",", Enumerable.Range(1, 100).Select(i => $"\"{new string('a', i)}\":0"));
        Accepts(With($"{{{names}}}"));
        Refuses(With($"{{{names},\"aaa\":0}}"), "DuplicateProperty", """result.extensions["http://x.id/a"].aaa""");
    }

    private static string With(string value) => Some.Statement(more: $"\"result\":{{\"extensions\":{{\"http://x.id/a\":{value}}}}}");
}
