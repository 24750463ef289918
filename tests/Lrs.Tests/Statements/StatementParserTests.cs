using System.Text;
using Lrs.Statements;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements;

public class StatementParserTests
{
    private const string Other = "22345678-1234-5678-9234-567812345678";

    [Fact]
    public void Keeps_the_bytes_of_each_statement_exactly()
    {
        var first = Some.Statement(more: "\"result\" :\t{\"score\":{\"raw\":1.10}}");
        var second = Some.Statement(verb: """{"id":"http:\/\/x.id\/v","display":{"id":"sel\u0065sai 🎓"}}""");

        var batch = Parse($" [\n {first} ,{second}\r\n] ").Value;

        Assert.True(batch.IsArray);
        Assert.Equal([first, second], batch.Statements.Select(s => Encoding.UTF8.GetString(s.Raw.Span)));
    }

    [Fact]
    public void Tells_one_statement_from_an_array_of_one()
    {
        Assert.False(Parse($"  {Some.Statement()}  ").Value.IsArray);
        Assert.True(Parse($"[{Some.Statement()}]").Value.IsArray);
    }

    [Fact]
    public void Accepts_an_empty_array_as_a_batch_of_none()
    {
        var batch = Parse("[]").Value;

        Assert.Empty(batch.Statements);
        Assert.True(batch.IsArray);
    }

    [Fact]
    public void Keeps_the_id_as_it_was_spelled()
    {
        var statement = Accepts(Some.Statement(more: "\"id\":\"ABCDEF01-2345-6789-abcd-EF0123456789\",\"version\":\"1.0.7\""));

        Assert.Equal(Guid.Parse("abcdef01-2345-6789-abcd-ef0123456789"), statement.Id);
        Assert.Equal("ABCDEF01-2345-6789-abcd-EF0123456789", statement.IdText);
        Assert.Equal("1.0.7", statement.Version);
    }

    [Fact]
    public void Leaves_open_what_a_statement_does_not_say()
    {
        var statement = Accepts(Some.Statement());

        Assert.Null(statement.Id);
        Assert.Null(statement.IdText);
        Assert.Null(statement.Version);
        Assert.Null(statement.Voids);
    }

    [Theory]
    [InlineData("""{"id":"12345678-1234-5678-9234-56781234567"}""", "InvalidUuid", "id")]
    [InlineData("""{"id":12}""", "WrongType", "id")]
    [InlineData("""{"id":null}""", "NullValue", "id")]
    [InlineData("""{"Actor":{}}""", "UnknownProperty", "Actor")]
    [InlineData("""{"\u0041ctor":{}}""", "UnknownProperty", "Actor")]
    [InlineData("""{"objectType":"Statement"}""", "UnknownProperty", "objectType")]
    [InlineData("""{"":1}""", "UnknownProperty", """[""]""")]
    [InlineData("""{"a.b":1}""", "UnknownProperty", """["a.b"]""")]
    [InlineData("""{"result":{},"result":{}}""", "DuplicateProperty", "result")]
    [InlineData("""{"result":{},"r\u0065sult":{}}""", "DuplicateProperty", "result")]
    [InlineData("""{"\ud800":{}}""", "InvalidCharacter", """["\ud800"]""")]
    [InlineData("""{"result":"\udfff"}""", "InvalidCharacter", "result")]
    [InlineData("""{}""", "MissingProperty", "actor")]
    [InlineData("""7""", "WrongType", "")]
    [InlineData("""null""", "NullValue", "")]
    [InlineData(""" "statement" """, "WrongType", "")]
    [InlineData("""[[]]""", "WrongType", "")]
    [InlineData("""[null]""", "NullValue", "")]
    public void Refuses(string json, string error, string path) => Parsing.Refuses(json, error, path);

    [Theory]
    [InlineData("1.0.3", "1.0", true)]
    [InlineData("1.0.3", "1.0.0", true)]
    [InlineData("1.0.3", "1.0.9", true)]
    [InlineData("1.0.3", "2.0.0", false)]
    [InlineData("1.0.3", "0.9.9", false)]
    [InlineData("1.0.3", "1.1.0", false)]
    [InlineData("1.0.3", "", false)]
    [InlineData("2.0.0", "1.0", true)]
    [InlineData("2.0.0", "1.0.9", true)]
    [InlineData("2.0.0", "2.0", true)]
    [InlineData("2.0.0", "2.0.5", true)]
    [InlineData("2.0.0", "0.9.9", false)]
    [InlineData("2.0.0", "1.1.0", false)]
    [InlineData("2.0.0", "2.1.0", false)]
    [InlineData("2.0.0", "latest", false)]
    public void Accepts_the_versions_that_the_request_may_bring(string request, string version, bool isAccepted)
    {
        var json = Some.Statement(more: $"\"version\":\"{version}\"");
        if (isAccepted) Assert.Equal(version, Accepts(json, request).Version);
        else Parsing.Refuses(json, "InvalidVersion", "version", request);
    }

    [Fact]
    public void Names_the_first_bad_statement_of_a_batch()
    {
        var error = Parsing.Refuses(
            $$"""[{{Some.Statement()}},{{Some.Statement()}},{{Some.Statement(verb: "{}")}},{}]""", "MissingProperty", "verb.id");

        Assert.Equal(2, error.Index);
        Assert.Equal(0, Parsing.Refuses("{}", "MissingProperty", "actor").Index);
    }

    [Fact]
    public void Refuses_the_same_id_twice_in_a_batch_without_regard_to_case()
    {
        string[] ids = [Some.Uuid.Replace('1', 'a'), Other, Some.Uuid.Replace('1', 'A')];
        var batch = string.Join(",", ids.Select(id => Some.Statement(more: $"\"id\":\"{id}\"")));

        var error = Assert.IsType<DuplicateStatementId>(Parse($"[{batch}]").Error);

        Assert.Equal((2, 0, "id"), (error.Index!.Value, error.FirstIndex, error.Path));
    }

    [Fact]
    public void Accepts_many_statements_without_id() =>
        Assert.Equal(3, Parse($"[{Some.Statement()},{Some.Statement()},{Some.Statement()}]").Value.Statements.Count);

    [Fact]
    public void Refuses_more_statements_than_allowed()
    {
        var limits = new ParseLimits(maxStatements: 2);

        Assert.True(Parse($"[{Some.Statement()},{Some.Statement()}]", limits: limits).Success);
        var error = Parse($"[{Some.Statement()},{Some.Statement()},{Some.Statement()}]", limits: limits).Error;
        Assert.IsType<TooManyStatements>(error);
        Assert.Null(error.Index);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Refuses_deeper_nesting_than_allowed(bool isArray)
    {
        // Body, array of statements, context, extensions: the value starts one level below the last.
        var around = isArray ? 4 : 3;
        Assert.True(Parse(Nested(64 - around)).Success);
        var error = Parse(Nested(65 - around)).Error;
        Assert.IsType<TooDeep>(error);
        Assert.StartsWith("""context.extensions["http://x.id/a"][0].a[0]""", error.Path, StringComparison.Ordinal);

        string Nested(int levels)
        {
            var open = string.Concat(Enumerable.Range(0, levels).Select(i => i % 2 == 0 ? "[" : "{\"a\":"));
            var close = string.Concat(Enumerable.Range(0, levels).Reverse().Select(i => i % 2 == 0 ? "]" : "}"));
            var statement = Some.Statement(more: $"\"context\":{{\"extensions\":{{\"http://x.id/a\":{open}{close}}}}}").Replace(":}", ":0}");
            return isArray ? $"[{statement}]" : statement;
        }
    }

    [Fact]
    public void Keeps_the_depth_limit_in_the_parts_of_fixed_shape_too()
    {
        Assert.True(Parse(Some.Statement(), limits: new ParseLimits(maxDepth: 2)).Success);
        var error = Parse(Some.Statement(), limits: new ParseLimits(maxDepth: 1)).Error;
        Assert.Equal((typeof(TooDeep), "actor"), (error.GetType(), error.Path));
    }

    [Fact]
    public void Has_stack_enough_for_the_deepest_limit_there_may_be()
    {
        var value = new string('[', 508) + new string(']', 508);
        var json = Some.Statement(more: $"\"result\":{{\"extensions\":{{\"http://x.id/a\":{value}}}}}");

        var isAccepted = false;
        var thread = new Thread(() => isAccepted = Parse(json, limits: new ParseLimits(maxDepth: 512)).Success, maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();

        Assert.True(isAccepted);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParseLimits(maxDepth: 513));
    }
}
