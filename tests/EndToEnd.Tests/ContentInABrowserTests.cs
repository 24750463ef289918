using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Content on a platform's own site reports from the learner's browser, which lets it only where the credential allows the site.</summary>
[Collection(LrsCollection.Name)]
public sealed class ContentInABrowserTests(LrsFixture fixture, PagesBrowser browser)
{
    private const string ReportAndRead = """
        async ([lrs, authorization, id, body]) => {
          const url = `${lrs}xapi/statements?statementId=${id}`;
          const headers = { Authorization: authorization, 'X-Experience-API-Version': '2.0.0', 'Content-Type': 'application/json' };
          try {
            const put = await fetch(url, { method: 'PUT', headers, body });
            const get = await fetch(url, { headers });
            const statement = await get.json();
            const refused = await fetch(`${lrs}xapi/statements`, { headers: { ...headers, Authorization: 'Basic d3Jvbmc6d3Jvbmc=' } });
            return `${put.status} ${get.headers.get('X-Experience-API-Consistent-Through') !== null} ${statement.id === id} ${refused.status}`;
          } catch (error) { return error.name; }
        }
        """;

    [SkippableTheory]
    [InlineData(true, "204 true true 401")]
    [InlineData(false, "TypeError")]
    public async Task Content_reports_from_a_site_that_its_credential_allows_and_from_no_other(bool allows, string expected)
    {
        var chromium = browser.Require();
        using var site = new Site();
        using var made = await fixture.Lrs.Root.PostAsJsonAsync("/api/v1/credentials", new
        {
            provider = "content-in-a-browser",
            scopes = new[] { "all" },
            allowedOrigins = new[] { allows ? site.Origin : "http://localhost:1" },
        });
        var credential = await made.Content.ReadFromJsonAsync<JsonElement>();
        using var client = fixture.Lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);

        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        await page.GotoAsync(site.Origin);
        var id = Guid.NewGuid().ToString();
        var outcome = await page.EvaluateAsync<string>(
            ReportAndRead, new[] { fixture.Lrs.Address.ToString(), client.DefaultRequestHeaders.Authorization!.ToString(), id, Posted.Statement(id) });
        Assert.True(outcome == expected, $"{outcome}: {string.Join('\n', said)}");
        if (!allows)
            Assert.Contains(said, text => text.Contains("No 'Access-Control-Allow-Origin' header", StringComparison.Ordinal));
    }

    /// <summary>A site with one page. A real one: a browser lets no page whose address it does not know use loopback.</summary>
    private sealed class Site : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Site()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Origin = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            }

            _listener.Prefixes.Add($"{Origin}/");
            _listener.Start();
            _ = AnswerAsync();
        }

        public string Origin { get; }

        public void Dispose() => _listener.Close();

        private async Task AnswerAsync()
        {
            try
            {
                while (true)
                {
                    var response = (await _listener.GetContextAsync()).Response;
                    response.ContentType = "text/html";
                    response.Close("<!doctype html><title>Course</title>"u8.ToArray(), willBlock: false);
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Closed: the test is over.
            }
        }
    }
}
