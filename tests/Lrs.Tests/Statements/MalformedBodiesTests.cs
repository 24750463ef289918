using System.Diagnostics;
using System.Text;
using Lrs.Statements;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements;

/// <summary>Whatever comes, the answer is a reason: nothing throws, and nothing takes more than its length in time.</summary>
public class MalformedBodiesTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes($"[{RandomStatements.Rich(new Random(1))},{Some.Statement()}]");

    // Linear work takes a tenth of a second; quadratic work more than a minute. Between them is room for a busy machine.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n ", 4)]
    [InlineData("{", 1)]
    [InlineData("{\n\"actor\":\n  nil}", 13)]
    [InlineData("{'actor':1}", 1)]
    [InlineData("{\"actor\":{\"mbox\":\"mailto:a@b.id\",}}", 33)]
    [InlineData("{\"actor\":\"a\u0001b\"}", 11)]
    [InlineData("{\"actor\":\"a\0b\"}", 11)]
    [InlineData("{\"result\":{\"score\":{\"raw\":01}}}", 27)]
    [InlineData("{/*no*/}", 1)]
    [InlineData("{\"result\":{\"response\":\"\\x\"}}", 24)]
    [InlineData("{\"result\":{\"response\":\"\\u00g0\"}}", 27)]
    public void Names_the_byte_where_JSON_ends(string json, int position)
    {
        var error = Assert.IsType<MalformedJson>(Parse(json).Error);
        Assert.InRange(error.BytePosition, position - 1, position + 1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("]")]
    [InlineData(",")]
    [InlineData("x")]
    [InlineData("\0")]
    public void Refuses_what_follows_a_statement(string more)
    {
        var error = Assert.IsType<MalformedJson>(Parse(Some.Statement() + " " + more).Error);
        Assert.InRange(error.BytePosition, Some.Statement().Length, Some.Statement().Length + 2);
    }

    [Fact]
    public void Refuses_a_byte_order_mark() =>
        Assert.IsType<MalformedJson>(Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Some.Statement())]).Error);

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public void Names_the_byte_that_is_not_UTF8(byte[] bad)
    {
        var head = Encoding.UTF8.GetBytes("{\"result\":{\"extensions\":{\"http://x.id/a\":\"é");
        var error = Assert.IsType<InvalidUtf8>(Parse([.. head, .. bad, .. "\"}}}"u8]).Error);
        Assert.Equal((head.Length, null), (error.BytePosition, error.Index));
    }

    [Fact]
    public void Refuses_UTF16() => Assert.False(Parse(Encoding.Unicode.GetBytes(Some.Statement())).Success);

    [Fact]
    public void Refuses_a_body_cut_off_at_any_byte()
    {
        for (var length = 0; length < Good.Length; length++)
        {
            var error = Parse(Good[..length]).Error;
            Assert.True(error is MalformedJson or InvalidUtf8, $"{error} at {length}");
        }

        Assert.True(Parse(Good).Success);
    }

    [Fact]
    public void Survives_any_byte_changed_to_any_other()
    {
        var random = new Random(20_260_314);
        for (var i = 0; i < 5_000; i++)
        {
            var body = Good.ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--) body[random.Next(body.Length)] = (byte)random.Next(256);
            Answers(body);
        }
    }

    [Fact]
    public void Survives_pieces_put_together_at_random()
    {
        string[] pieces = ["{", "}", "[", "]", ",", ":", "\"actor\"", "\"id\"", "\"\\ud800\"", "\"\\u0000\"", "null", "true", "-1e5", "\"extensions\"",
            "\"http://x.id/a\"", "\"object\"", "\"objectType\"", "\"SubStatement\"", "\"verb\"", " ", "\\", "\"", "\u00e9", "1"];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
            Answers(Encoding.UTF8.GetBytes(string.Concat(random.GetItems(pieces, random.Next(1, 30)))));
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{\"result\":", "")]
    [InlineData("[", "]")]
    [InlineData("{\"object\":", "}")]
    public void Refuses_ten_thousand_levels(string open, string close)
    {
        var value = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));

        Assert.False(Parse(value).Success);
        Assert.IsType<TooDeep>(Parse(Some.Statement(more: $"\"result\":{{\"extensions\":{{\"http://x.id/a\":{value}")).Error);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\\u0061")]
    [InlineData("\\/")]
    [InlineData("é")]
    public void Reads_strings_of_five_megabytes_quickly(string character)
    {
        var text = string.Concat(Enumerable.Repeat(character, 5_000_000 / character.Length));
        foreach (var place in new[] { "name\":\"", "mbox\":\"mailto:", "mbox\":\"", "openid\":\"http:", "openid\":\"", text + "\":\"" })
            Within(Some.Statement(actor: $"{{\"{place}{text}\"}}"));
        foreach (var place in new[] { "timestamp", "stored", "id", "version" })
            Within(Some.Statement(more: $"\"{place}\":\"{text}\""));
        foreach (var place in new[] { "duration", "response" })
            Within(Some.Statement(more: $"\"result\":{{\"{place}\":\"{text}\"}}"));
    }

    [Theory]
    [InlineData("{\"result\":{\"extensions\":{#}}}", "\"http://x.id/{0}\":0")]
    [InlineData("{\"result\":{\"extensions\":{\"http://x.id/a\":{#}}}}", "\"a{0}\":0")]
    [InlineData("{\"result\":{\"extensions\":{\"http://x.id/a\":{#}}}}", "\"\\u0061{0}\":0")]
    [InlineData("{\"result\":{\"extensions\":{\"http://x.id/a\":[#]}}}", "{0}")]
    [InlineData("{\"verb\":{\"display\":{#}}}", "\"x-{0}\":\"\"")]
    [InlineData("{\"object\":{\"definition\":{\"choices\":[#]}}}", "{{\"id\":\"{0}\"}}")]
    [InlineData("{\"actor\":{\"member\":[#]}}", "{{\"mbox\":\"mailto:{0}@b.id\"}}")]
    public void Takes_time_in_proportion_to_two_hundred_thousand_entries(string around, string entry)
    {
        var entries = string.Join(",", Enumerable.Range(0, 200_000).Select(i => string.Format(null, entry, i)));
        Within(around.Replace("#", entries));
    }

    private static void Within(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var start = Stopwatch.GetTimestamp();
        Answers(body);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Limit);
    }

    private static void Answers(byte[] body)
    {
        var result = Parse(body, "2.0.0");
        if (result.Success) return;
        Assert.NotEmpty(result.Error.Code);
        Assert.InRange(result.Error.Message.Length, 10, 6000);
    }
}
