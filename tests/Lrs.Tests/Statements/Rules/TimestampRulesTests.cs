using System.Globalization;
using System.Text;
using Lrs.Statements.Rules;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements.Rules;

public class TimestampRulesTests
{
    [Theory]
    [InlineData("2015-11-18T12:17:00Z", "2015-11-18T12:17:00.0000000")]
    [InlineData("2015-11-18T12:17:00+00:00", "2015-11-18T12:17:00.0000000")]
    [InlineData("2015-11-18T12:17:00+0000", "2015-11-18T12:17:00.0000000")]
    [InlineData("2015-11-18T12:17:00+00", "2015-11-18T12:17:00.0000000")]
    [InlineData("2015-11-18t12:17:00z", "2015-11-18T12:17:00.0000000")]
    [InlineData("2015-11-18T12:17:00", "2015-11-18T12:17:00.0000000")]
    [InlineData("2015-11-18T12:17Z", "2015-11-18T12:17:00.0000000")]
    [InlineData("2015-11-18T12:17:00,5Z", "2015-11-18T12:17:00.5000000")]
    [InlineData("2013-05-18T05:32:34.804Z", "2013-05-18T05:32:34.8040000")]
    [InlineData("2013-05-18T05:32:34.123456789Z", "2013-05-18T05:32:34.1234567")]
    [InlineData("2013-05-18T05:32:34.99999999999999999999Z", "2013-05-18T05:32:34.9999999")]
    [InlineData("2026-03-14T06:26:53+07:00", "2026-03-13T23:26:53.0000000")]
    [InlineData("2026-03-14T06:26:53+0930", "2026-03-13T20:56:53.0000000")]
    [InlineData("2026-12-31T20:00:00-08:00", "2027-01-01T04:00:00.0000000")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.9999999")]
    [InlineData("2017-01-01T06:59:60.5+07:00", "2016-12-31T23:59:59.9999999")]
    [InlineData("3000-01-01T00:00:00Z", "3000-01-01T00:00:00.0000000")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999")]
    public void Reads_an_instant(string text, string utc)
    {
        Assert.True(TimestampRules.TryParse(Encoding.UTF8.GetBytes(text), out var instant));
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        Assert.Equal(utc, instant.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        Accepts(Some.Statement(more: $"\"timestamp\":\"{text}\",\"stored\":\"{text}\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2015")]
    [InlineData("2015-11-18")]
    [InlineData("01/011/2015")]
    [InlineData("12:17:00Z")]
    [InlineData("2015-11-18 12:17:00Z")]
    [InlineData("2015-11-18T12Z")]
    [InlineData("2015-11-18T12:17:00-00")]
    [InlineData("2015-11-18T12:17:00-0000")]
    [InlineData("2015-11-18T12:17:00-00:00")]
    [InlineData("2015-11-18T12:17:00+7")]
    [InlineData("2015-11-18T12:17:00+07:0")]
    [InlineData("2015-11-18T12:17:00+07:00:00")]
    [InlineData("2015-11-18T12:17:00+24:00")]
    [InlineData("2015-11-18T12:17:00+07:60")]
    [InlineData("2015-11-18T12:17:00ZZ")]
    [InlineData("2015-11-18T12:17:00Z ")]
    [InlineData("2015-11-18T12:17:00.Z")]
    [InlineData("2015-11-18T12:17:0Z")]
    [InlineData("2015-11-18T12:17:")]
    [InlineData("2015-11-18T12:17.5Z")]
    [InlineData("2015-13-18T12:17:00Z")]
    [InlineData("2015-00-18T12:17:00Z")]
    [InlineData("2015-11-00T12:17:00Z")]
    [InlineData("2015-11-31T12:17:00Z")]
    [InlineData("2023-02-29T12:17:00Z")]
    [InlineData("2015-11-18T24:00:00Z")]
    [InlineData("2015-11-18T12:60:00Z")]
    [InlineData("2015-11-18T12:17:60Z")]
    [InlineData("2015-11-18T12:17:61Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("+2015-11-18T12:17:00Z")]
    [InlineData("2015-1 -18T12:17:00Z")]
    [InlineData("20151118T121700Z")]
    [InlineData("2015-W47-3T12:17:00Z")]
    [InlineData("now")]
    public void Refuses_what_is_no_timestamp(string text)
    {
        Assert.False(TimestampRules.TryParse(Encoding.UTF8.GetBytes(text), out _));
        Refuses(Some.Statement(more: $"\"timestamp\":\"{text}\""), "InvalidTimestamp", "timestamp", "2.0.0");
        Refuses(Some.Statement(more: $"\"stored\":\"{text}\""), "InvalidTimestamp", "stored");
        Refuses(Some.WithSubStatement(more: $"\"timestamp\":\"{text}\""), "InvalidTimestamp", "object.timestamp");
    }

    [Fact]
    public void Refuses_a_timestamp_that_is_no_string() =>
        Refuses(Some.Statement(more: "\"timestamp\":1420070400"), "WrongType", "timestamp");

    [Fact]
    public void Tells_whether_there_is_a_timestamp()
    {
        Assert.True(Accepts(Some.Statement(more: "\"timestamp\":\"2026-03-14T06:26:53Z\"")).HasTimestamp);
        Assert.False(Accepts(Some.Statement(more: "\"stored\":\"2026-03-14T06:26:53Z\"")).HasTimestamp);
        Assert.False(Accepts(Some.WithSubStatement(more: "\"timestamp\":\"2026-03-14T06:26:53Z\"")).HasTimestamp);
    }
}
