using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>An agency's officer signs in, sees how the agency stands and who is behind, opens a transcript and downloads the report.</summary>
[Collection(LrsCollection.Name)]
public sealed class AgencyPageTests(LrsFixture fixture) : IAsyncLifetime
{
    private const string Agency = "PAGE-1";
    private const string Password = "kata-sandi-uji-2026";

    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly List<string> _consoleErrors = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Find() is not { } chromium)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Arguments });
        await RegisterAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    [SkippableTheory]
    [InlineData("id-ID", 375)]
    [InlineData("id-ID", 1920)]
    [InlineData("en-US", 1280)]
    public async Task Shows_figures_people_behind_and_a_transcript(string locale, int width)
    {
        Chromium.Require(_browser);
        await using var context = await _browser.NewContextAsync(new() { Locale = locale, ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // A browser reports the 401 of "is anybody signed in?" as an error, which it is not.
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal))
                _consoleErrors.Add(message.Text);
        };
        page.PageError += (_, error) => _consoleErrors.Add(error);
        await SignInAsync(page, locale);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/agencies/{Agency}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Badan Halaman");
        await Assertions.Expect(page.GetByTestId("month-chart")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("person-row")).ToHaveCountAsync(2);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page scrolls sideways.");
        await ScreenshotAsync(page, $"agency-{locale}-{width}");

        await page.GetByTestId("person-row").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("progress-ring")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("credit-row")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("reduction-jp_per_day")).ToBeVisibleAsync();
        await ScreenshotAsync(page, $"transcript-{locale}-{width}");
        Assert.Empty(_consoleErrors);
    }

    [SkippableFact]
    public async Task Makes_a_report_and_downloads_it()
    {
        Chromium.Require(_browser);
        var page = await _browser.NewPageAsync(new() { Locale = "id-ID", AcceptDownloads = true });
        await SignInAsync(page, "id-ID");
        await page.GetByTestId("reports-make").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByTestId("report-row").First.GetByRole(AriaRole.Link).First.ClickAsync(), new() { Timeout = 60_000 });
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("Halaman Satu", csv, StringComparison.Ordinal);
    }

    private async Task SignInAsync(IPage page, string locale)
    {
        await page.GotoAsync(new Uri(fixture.Lrs.Address, "/").ToString());
        if (locale.StartsWith("en", StringComparison.Ordinal))
            await page.GetByTestId("language-switch").GetByText("EN").First.ClickAsync();
        await page.Locator("input[autocomplete=username]").FillAsync("page-agency");
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GetByTestId("people-table").WaitForAsync(new() { Timeout = 60_000 });
    }

    private async Task RegisterAsync()
    {
        await ImportAsync("agencies", "agency_code,name,kind,parent_code,province_code,timezone", $"{Agency},Badan Halaman,LEMBAGA,,,Asia/Jayapura");
        await ImportAsync("activities", "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to",
            "https://lms.example.go.id/page,Dasar AI,page-lms,ELEARNING,10,,NATIONAL,,,");
        await ImportAsync("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason",
            $"199101012015011001,Halaman Satu,PNS,{Agency},Biro,JF,2015-01-01,,,,",
            $"199101012015011002,Halaman Dua,PNS,{Agency},Biro,JF,2015-01-01,,,,");
        // Under the same ids in each test: what is there already is left as it was.
        var statements = string.Join(',', new[] { "199101012015011001", "199101012015011002" }.Select(nip => Posted.Statement(
            $"0a0a0a0a-0000-4000-8000-0000000000{nip[^2..]}", Posted.Learner(nip), activity: "https://lms.example.go.id/page", timestamp: "2026-02-10T03:00:00Z")));
        using var posted = await _http.PostAsync("/xapi/statements", new StringContent($"[{statements}]", Encoding.UTF8, "application/json"));
        posted.EnsureSuccessStatusCode();
        using var computed = await _http.PostAsync("/api/v1/jobs/compute-compliance/runs?wait=true", null);
        computed.EnsureSuccessStatusCode();
        await _http.PostAsJsonAsync("/api/v1/users", new { userName = "page-agency", displayName = "Petugas", password = Password, role = "agency", agencyCode = Agency });
    }

    private async Task ImportAsync(string table, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "text/csv");
        using var response = await _http.PostAsync($"/api/v1/imports/{table}", content);
        response.EnsureSuccessStatusCode();
    }

    // Kept beside the tests' output, to be looked at.
    private static Task ScreenshotAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png"), FullPage = true });
}
