using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>Text and IRIs are kept and compared as they came: nothing decodes, folds or mends them (xAPI Data 3.1, Communication 1.4).</summary>
[Collection(LrsCollection.Name)]
public sealed class AsTheyCameTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Text_is_UTF8_whatever_the_charset_says(string contentType)
    {
        const string Text = "naïve, nai\u0308ve, ﬁ, فعل, \U0001F393, \u200f";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Posted.Statement(more: $",\"result\":{{\"response\":\"{Text}\"}}")));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var response = await _http.PostAsync("/xapi/statements", content);
        response.EnsureSuccessStatusCode();

        var id = Assert.Single((await response.Content.ReadFromJsonAsync<List<string>>())!);
        var statement = JsonDocument.Parse(await _http.GetByteArrayAsync($"/xapi/statements?statementId={id}")).RootElement;
        Assert.Equal(Text, statement.GetProperty("result").GetProperty("response").GetString());
    }

    [Theory]
    [InlineData("https://x.example/#", "https://X.example/#")]
    [InlineData("https://x.example/#", "https://x.example:443/#")]
    [InlineData("https://x.example/#/", "https://x.example/#")]
    [InlineData("https://x.example/#/%61", "https://x.example/#/a")]
    [InlineData("https://x.example/#/a/../b", "https://x.example/#/b")]
    [InlineData("HTTPS://x.example/#", "https://x.example/#")]
    [InlineData("https://x.example/#/é", "https://x.example/#/e\u0301")]
    public async Task IRIs_are_the_same_only_if_their_characters_are(string one, string other)
    {
        var mark = Guid.NewGuid().ToString();
        (one, other) = (one.Replace("#", mark, StringComparison.Ordinal), other.Replace("#", mark, StringComparison.Ordinal));
        foreach (var activity in new[] { one, other })
        {
            using var post = await _http.PostAsJsonAsync("/xapi/statements", JsonDocument.Parse(Posted.Statement(activity: activity)));
            post.EnsureSuccessStatusCode();
        }

        foreach (var activity in new[] { one, other })
        {
            var found = await _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?activity={Uri.EscapeDataString(activity)}");
            var statement = Assert.Single(found.GetProperty("statements").EnumerateArray());
            Assert.Equal(activity, statement.GetProperty("object").GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("registration={0}")]
    [InlineData("registration=0x345678-1234-5678-9234-567812345678")]
    [InlineData("statementId=+2345678-1234-5678-9234-567812345678")]
    [InlineData("voidedStatementId=12345678-1234-5678-9234-56781234567")]
    [InlineData("verb=/completed")]
    [InlineData("verb=https://x.example/a b")]
    [InlineData("activity=x.example")]
    [InlineData("activity=")]
    [InlineData("agent=[]")]
    [InlineData("agent={{\"mbox\":\"mailto:a@b.id\",\"name\":null}}")]
    [InlineData("agent={{\"mbox\":\"mailto:a@b.id\",\"openid\":\"http://a.id/\"}}")]
    [InlineData("agent={{\"Mbox\":\"mailto:a@b.id\"}}")]
    [InlineData("since=2015-11-18T12:17:00-00:00")]
    [InlineData("until=01/011/2015")]
    [InlineData("until=2015-11-18")]
    [InlineData("ascending=True")]
    [InlineData("limit=1.0")]
    public async Task Parameters_are_held_to_the_rules_of_statements(string query)
    {
        var (name, value) = (query[..query.IndexOf('=')], query[(query.IndexOf('=') + 1)..]);
        value = string.Format(null, value, "{12345678-1234-5678-9234-567812345678}");
        foreach (var version in new[] { "1.0.3", "2.0.0" })
        {
            using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
            using var response = await http.GetAsync($"/xapi/statements?{name}={Uri.EscapeDataString(value)}");
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        }
    }
}
