using System.Net.Http.Headers;
using System.Text;
using Testing;

namespace Lrs.Tests.Statements;

[Collection(LrsCollection.Name)]
public sealed class MalformedRequestsTests(LrsFixture fixture)
{
    private const int Bodies = 1_000;
    private const long MemoryBound = 256L * 1024 * 1024;

    [Fact]
    public async Task Refuses_a_thousand_malformed_bodies_with_a_reason_and_flat_memory()
    {
        var random = new Random(7);
        var before = LrsProcess.ResidentBytes(fixture.Lrs.ProcessId);
        for (var i = 0; i < Bodies; i++)
        {
            using var response = await PostAsync(Malformed(i, random));
            var reason = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode is >= 400 and < 500, $"Body {i}: {(int)response.StatusCode} {reason}");
            Assert.Contains("\"detail\"", reason, StringComparison.Ordinal);
        }

        var grown = LrsProcess.ResidentBytes(fixture.Lrs.ProcessId) - before;
        Assert.True(grown < MemoryBound, $"The service grew by {grown >> 20} MB.");
    }

    private static byte[] Malformed(int i, Random random)
    {
        var good = Encoding.UTF8.GetBytes(Posted.Statement(Guid.NewGuid().ToString()));
        return (i % 10) switch
        {
            0 => good[..random.Next(1, good.Length)],
            1 => Encoding.UTF8.GetBytes(new string('[', 10_000) + new string(']', 10_000)),
            2 => Encoding.UTF8.GetBytes(Posted.Statement(more: ",\"result\":{\"success\":\"true\"}")),
            3 => [.. good[..20], 0xFF, 0xFE, .. good[20..]],
            4 => [.. good[..^1], 0, (byte)'}'],
            5 => Encoding.UTF8.GetBytes(Posted.Statement(more: ",\"verb\":{\"id\":\"https://x.example/twice\"}")),
            6 => Encoding.UTF8.GetBytes(Posted.Statement(actor: string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000))),
            7 => Encoding.UTF8.GetBytes($"{{\"{new string('x', random.Next(1, 1000))}\":null}}"),
            8 when i < 60 => new byte[50 * 1024 * 1024],
            8 => Encoding.UTF8.GetBytes("null"),
            _ => Encoding.UTF8.GetBytes($"[{Posted.Statement()},{random.Next()}]"),
        };
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        // Waits for "100 Continue", as a client does that would rather not send 50 MB for nothing.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements") { Content = content };
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        return await fixture.Lrs.Root.SendAsync(request);
    }
}
