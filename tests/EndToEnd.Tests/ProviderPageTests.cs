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
public sealed class ProviderPageTests(LrsFixture fixture) : IAsyncLifetime
{
    private const string Password = "kata-sandi-uji-2026";
    private const string Good = """{"actor":{"mbox":"mailto:siti@example.id"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"https://o.example/1"} }""";

    private readonly string _provider = $"Platform {Guid.NewGuid().ToString("N")[..8]}";
    private readonly List<string> _consoleErrors = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Find() is not { } chromium)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Arguments });
        await AddUserAsync(_provider, "vendor");
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    [SkippableTheory]
    [InlineData("id-ID", 375)]
    [InlineData("en-US", 1920)]
    public async Task A_developer_connects_a_platform_without_help(string locale, int width)
    {
        Chromium.Require(_browser);
        await using var context = await _browser.NewContextAsync(new() { Locale = locale, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await SignInAsync(context, locale, _provider);
        await page.GetByTestId("account").WaitForAsync();
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
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page scrolls sideways.");
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"provider-{locale}-{width}.png"), FullPage = true });

        await page.GetByTestId("credential-revoke").First.ClickAsync();
        await page.GetByTestId("credential-revoke-yes").ClickAsync();
        await Assertions.Expect(page.GetByTestId("credential-revoke")).ToHaveCountAsync(0);
        Assert.Empty(_consoleErrors);
    }

    [SkippableFact]
    public async Task LAN_finds_every_platform_in_the_list()
    {
        Chromium.Require(_browser);
        using var made = await fixture.Lrs.Root.PostAsJsonAsync("/api/v1/credentials", new { provider = _provider });
        var lan = $"lan-{_provider}";
        await AddUserAsync(lan, "lan");
        await using var context = await _browser.NewContextAsync();
        var page = await SignInAsync(context, "id-ID", lan);
        await page.GetByTestId("account").WaitForAsync();
        await page.GotoAsync(new Uri(fixture.Lrs.Address, "/providers").ToString());
        await page.GetByTestId("provider-row").GetByText(_provider).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(_provider);
        await Assertions.Expect(page.GetByTestId("credential-row")).ToHaveCountAsync(1);
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

    private async Task<IPage> SignInAsync(IBrowserContext context, string locale, string userName)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // A browser reports the 401 of "is anybody signed in?" as an error, which it is not.
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal))
                _consoleErrors.Add(message.Text);
        };
        page.PageError += (_, error) => _consoleErrors.Add(error);
        await page.GotoAsync(new Uri(fixture.Lrs.Address, "/").ToString());
        if (locale.StartsWith("en", StringComparison.Ordinal))
            await page.GetByTestId("language-switch").GetByText("EN").First.ClickAsync();
        await page.Locator("input[autocomplete=username]").FillAsync(userName);
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("button[type=submit]").ClickAsync();
        return page;
    }

    private async Task AddUserAsync(string userName, string role)
    {
        var provider = role == "vendor" ? _provider : null;
        using var added = await fixture.Lrs.Root.PostAsJsonAsync("/api/v1/users", new { userName, password = Password, role, provider });
        added.EnsureSuccessStatusCode();
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient platform, string statement)
    {
        using var answer = await platform.PostAsync("/xapi/statements", new StringContent(statement, Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }
}
