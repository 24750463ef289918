using System.Net;
using System.Text;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>Limits are settings, so that requests of any reasonable size can be taken (xAPI Communication 3.2).</summary>
public sealed class LimitSettingsTests
{
    [Fact]
    public async Task Takes_what_its_settings_allow_and_no_more()
    {
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(
            directory.Path, "--Statements:MaxBodyBytes=20000000", "--Statements:MaxStatements=3", "--Statements:MaxDepth=200", "--Documents:MaxDocumentBytes=20000000");
        const string State = "/xapi/activities/state?activityId=https://x.example/a&agent=%7B%22mbox%22%3A%22mailto%3Aa%40x.example%22%7D&stateId=";

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Large(19_000_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(Large(20_000_000)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Deep(150)));
        foreach (var format in new[] { "exact", "ids", "canonical" })
            Assert.Contains(Nested(150), await lrs.Root.GetStringAsync($"/xapi/statements?limit=1&attachments=true&format={format}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(Deep(200)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync($"[{Posted.Statement()},{Posted.Statement()},{Posted.Statement()}]"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync($"[{Posted.Statement()},{Posted.Statement()},{Posted.Statement()},{Posted.Statement()}]"));
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("a", 19_000_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PutAsync("b", 20_000_001));

        static string Large(int length) => Posted.Statement(more: $",\"result\":{{\"response\":\"{new string('x', length)}\"}}");

        static string Deep(int levels) => Posted.Statement(more: $",\"result\":{{\"extensions\":{{\"https://x.example\":{Nested(levels)}}}}}");

        static string Nested(int levels) => new string('[', levels) + new string(']', levels);

        async Task<HttpStatusCode> PostAsync(string body)
        {
            using var response = await lrs.Root.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"));
            return response.StatusCode;
        }

        async Task<HttpStatusCode> PutAsync(string id, int length)
        {
            using var response = await lrs.Root.PutAsync(State + id, new ByteArrayContent(new byte[length]));
            return response.StatusCode;
        }
    }
}
