using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>A platform's developer signs in, makes a credential, sees what was refused and mends it with the test statement.</summary>
[Collection(LrsCollection.Name)]
public sealed class ProviderPageTests(LrsFixture fixture, PagesBrowser browser) : IAsyncLifetime
{
    private const string Good = """{"actor":{"mbox":"mailto:siti@example.id"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"https://o.example/1"} }""";

    private readonly string _provider = $"Platform {Guid.NewGuid().ToString("N")[..8]}";

    public Task InitializeAsync() => AddUserAsync(_provider, "vendor");

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableTheory]
    [InlineData("id", 375)]
    [InlineData("en", 1920)]
    public async Task A_developer_connects_a_platform_without_help(string language, int width)
    {
        await using var visit = await Visit.SignInAsync(browser.Require(), fixture.Lrs, _provider, language, width);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/providers/"));

        await page.GetByTestId("credential-make").ClickAsync();
        await page.GetByTestId("credential-submit").ClickAsync();
        var secret = await page.GetByTestId("secret").Locator("code").TextContentAsync();
        var key = await page.GetByTestId("credential-row").First.Locator("code").First.TextContentAsync();
        using (var platform = fixture.Lrs.NewClient(key!, secret!))
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(platform, Good));
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(platform, Good.Replace("mailto:", "", StringComparison.Ordinal)));
        }

        await page.GetByTestId("secret-done").ClickAsync();
        await Assertions.Expect(page.GetByTestId("secret")).ToHaveCountAsync(0);
        Assert.DoesNotContain(secret!, await page.ContentAsync(), StringComparison.Ordinal);
        await TryStatementsAsync(page);

        await WaitForRefusalAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("reason-row")).ToContainTextAsync("$[*].actor.mbox");
        await Assertions.Expect(page.GetByTestId("figure-accepted30")).ToHaveTextAsync("1");
        await Assertions.Expect(page.GetByTestId("day-chart")).ToBeVisibleAsync();
        Assert.DoesNotContain("siti", await page.GetByTestId("unknown-learners").TextContentAsync(), StringComparison.Ordinal);
        await visit.FitsAsync($"provider-{language}-{width}");

        await page.GetByTestId("credential-revoke").First.ClickAsync();
        await page.GetByTestId("credential-revoke-yes").ClickAsync();
        await Assertions.Expect(page.GetByTestId("credential-revoke")).ToHaveCountAsync(0);
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task LAN_finds_every_platform_in_the_list()
    {
        using var made = await fixture.Lrs.Root.PostAsJsonAsync("/api/v1/credentials", new { provider = _provider });
        var lan = $"lan-{_provider}";
        await AddUserAsync(lan, "lan");
        await using var visit = await Visit.SignInAsync(browser.Require(), fixture.Lrs, lan, "id", path: "/providers");
        var page = visit.Page;
        await page.GetByTestId("provider-row").GetByText(_provider).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(_provider);
        await Assertions.Expect(page.GetByTestId("credential-row")).ToHaveCountAsync(1);
        visit.HadNoFaults();
    }

    private static async Task TryStatementsAsync(IPage page)
    {
        foreach (var (statement, status) in new[] { ("{", "HTTP 400"), (Good, "HTTP 200") })
        {
            await page.GetByTestId("test-statement").FillAsync(statement);
            await page.GetByTestId("test-send").ClickAsync();
            await Assertions.Expect(page.GetByTestId("test-answer").Locator("pre")).ToContainTextAsync(status);
        }
    }

    /// <summary>Refusals are counted within seconds.</summary>
    private async Task WaitForRefusalAsync()
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1); await Task.Delay(100))
        {
            var intake = await fixture.Lrs.Root.GetFromJsonAsync<JsonElement>($"/api/v1/providers/{Uri.EscapeDataString(_provider)}/intake");
            if (intake.GetProperty("reasons").GetArrayLength() > 0)
                return;
        }
    }

    private async Task AddUserAsync(string userName, string role)
    {
        var provider = role == "vendor" ? _provider : null;
        using var added = await fixture.Lrs.Root.PostAsJsonAsync("/api/v1/users", new { userName, password = Visit.Password, role, provider });
        added.EnsureSuccessStatusCode();
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient platform, string statement)
    {
        using var answer = await platform.PostAsync("/xapi/statements", new StringContent(statement, Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }
}
