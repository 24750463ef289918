using System.Text;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>HEAD is answered as GET is, without the body (xAPI Communication 1.1).</summary>
[Collection(LrsCollection.Name)]
public sealed class HeadTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    [Theory]
    [InlineData("statements?statementId=ID")]
    [InlineData("statements?limit=1&format=canonical")]
    [InlineData("statements?statementId=00000000-0000-0000-0000-000000000000")]
    [InlineData("statements?limit=-1")]
    [InlineData("activities?activityId=https://x.example/a")]
    [InlineData("agents?agent=%7B%22mbox%22:%22mailto:head@x.example%22%7D")]
    [InlineData("about")]
    public async Task Is_answered_with_every_header_of_GET(string resource)
    {
        var id = Guid.NewGuid().ToString();
        using var post = await _http.PostAsync("/xapi/statements", new StringContent(Posted.Statement(id), Encoding.UTF8, "application/json"));
        post.EnsureSuccessStatusCode();
        foreach (var encoding in new[] { "identity", "gzip" })
        {
            using var get = await SendAsync(HttpMethod.Get);
            using var head = await SendAsync(HttpMethod.Head);
            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(HeadersOf(get), HeadersOf(head));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());

            Task<HttpResponseMessage> SendAsync(HttpMethod method) =>
                _http.SendAsync(new HttpRequestMessage(method, "/xapi/" + resource.Replace("ID", id, StringComparison.Ordinal)) { Headers = { { "Accept-Encoding", encoding } } });
        }

        // What each answer has of its own, and the length, which may be left out (1.1).
        static IEnumerable<string> HeadersOf(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not ("Date" or "X-Experience-API-Consistent-Through" or "Content-Length" or "Transfer-Encoding"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
    }
}
