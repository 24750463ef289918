using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Somebody of LAN imports with a preview, makes a user who chooses a password, and sees in the log who looked at whom.</summary>
[Collection(LrsCollection.Name)]
public sealed class AdministrationTests(LrsFixture fixture) : IAsyncLifetime
{
    private const string Password = "naik kereta ke Bandung";
    private const string Agency = "ADM-1";
    private const string Nip = "199101012015011301";

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
        await ImportAsync("agencies", "agency_code,name,kind,timezone", $"{Agency},Badan Administrasi Uji,LEMBAGA,Asia/Jakarta");
        await ImportAsync("people", "nip,name,employment_type,agency_code", $"{Nip},Wayan Administrasi,PNS,{Agency}");
        await _http.PostAsJsonAsync("/api/v1/users", new { userName = "adm-lan", displayName = "Pengawas Uji", password = Password, role = "lan" });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task An_import_shows_first_what_it_would_change_and_which_rows_are_bad(int width)
    {
        var page = await OpenAsync("/admin/registry", width: width);
        await Assertions.Expect(page.GetByTestId("registry-row").First).ToBeVisibleAsync();
        var name = $"Badan Lain {width}";
        var csv = $"agency_code,name,kind,timezone\n{Agency},{name},LEMBAGA,Asia/Jakarta\nADM-NEW-{width},Kota Baru,KOTA,Asia/Jayapura\nADM-BAD,Desa,DESA,Asia/Jakarta\n";
        await page.GetByTestId("import-file").SetInputFilesAsync(new FilePayload { Name = "instansi.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByTestId("import-check").ClickAsync();

        await Assertions.Expect(page.GetByTestId("preview-added")).ToHaveTextAsync("1");
        await Assertions.Expect(page.GetByTestId("preview-changed")).ToHaveTextAsync("1");
        await Assertions.Expect(page.GetByTestId("preview-bad")).ToHaveTextAsync("1");
        await Assertions.Expect(page.GetByTestId("preview-changes")).ToContainTextAsync(name);
        // Nothing has been stored yet.
        Assert.DoesNotContain(name, await _http.GetStringAsync("/api/v1/agencies"), StringComparison.Ordinal);
        await NothingIsWrongAsync(page, $"import-{width}");
        var bad = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("bad-rows").ClickAsync());
        Assert.Contains("ADM-BAD,Desa,DESA", await File.ReadAllTextAsync(await bad.PathAsync()), StringComparison.Ordinal);

        await page.GetByTestId("import-apply").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-applied")).ToBeVisibleAsync();
        Assert.Contains(name, await _http.GetStringAsync("/api/v1/agencies"), StringComparison.Ordinal);
        Assert.Empty(_consoleErrors);
    }

    [SkippableTheory]
    [InlineData("id-ID", 375)]
    [InlineData("en-US", 1280)]
    public async Task A_user_is_made_and_chooses_a_password_at_the_first_sign_in(string locale, int width)
    {
        var userName = $"adm-{Guid.NewGuid():N}";
        var page = await OpenAsync("/admin/users", locale, width);
        await page.GetByTestId("user-make").ClickAsync();
        await page.GetByTestId("user-role").SelectOptionAsync("asn");
        var form = page.GetByTestId("user-form");
        await form.Locator("input[name=userName]").FillAsync(userName);
        await form.Locator("input[name=nip]").FillAsync(Nip);
        await NothingIsWrongAsync(page, $"users-{locale}-{width}");
        await page.GetByTestId("user-submit").ClickAsync();
        var made = page.GetByTestId("made-password");
        var initial = await made.Locator("pre").InnerTextAsync();
        Assert.DoesNotContain(Nip, page.Url, StringComparison.Ordinal);

        var theirs = await SignedInAsync(await NewPageAsync(locale, width), userName, initial.Trim(), "/");
        await Assertions.Expect(theirs).ToHaveURLAsync(new Regex("/account$"));
        await NothingIsWrongAsync(theirs, $"account-{locale}-{width}");
        await theirs.Locator("input[name=current]").FillAsync(initial.Trim());
        await theirs.Locator("input[name=new]").FillAsync(Password);
        await theirs.Locator("input[name=again]").FillAsync(Password);
        await theirs.GetByTestId("password-submit").ClickAsync();
        await Assertions.Expect(theirs.GetByTestId("everywhere")).ToBeVisibleAsync();
        Assert.Empty(_consoleErrors);
    }

    [SkippableTheory]
    [InlineData("id-ID", 1920)]
    [InlineData("en-US", 375)]
    public async Task The_log_shows_who_looked_at_whose_record(string locale, int width)
    {
        (await _http.PostAsJsonAsync("/api/v1/people/lookup", new { nip = Nip })).EnsureSuccessStatusCode();
        var page = await OpenAsync("/admin/log", locale, width);
        await page.GetByTestId("log-purpose").SelectOptionAsync("lookup");
        await page.GetByTestId("log-agency").FillAsync(Agency);
        var row = page.GetByTestId("log-row").First;
        await Assertions.Expect(row).ToContainTextAsync("Wayan Administrasi");
        await Assertions.Expect(row).ToContainTextAsync(LrsProcess.RootKey);
        await NothingIsWrongAsync(page, $"log-{locale}-{width}");
        Assert.Empty(_consoleErrors);
    }

    [SkippableTheory]
    [InlineData("rules", "rule-pack")]
    [InlineData("jobs", "job-compute-compliance")]
    [InlineData("system", "system-engine")]
    [InlineData("registry/people", "registry-row")]
    [InlineData("registry/activities", "import")]
    public async Task Every_part_answers_its_question(string part, string shown)
    {
        var page = await OpenAsync($"/admin/{part}", "en-US", 1280);
        await Assertions.Expect(page.GetByTestId(shown).First).ToBeVisibleAsync();
        await NothingIsWrongAsync(page, $"admin-{part.Replace('/', '-')}");
        Assert.Empty(_consoleErrors);
    }

    private async Task<IPage> OpenAsync(string path, string locale = "id-ID", int width = 1280)
    {
        Chromium.Require(_browser);
        return await SignedInAsync(await NewPageAsync(locale, width), "adm-lan", Password, path);
    }

    private async Task<IPage> NewPageAsync(string locale, int width)
    {
        var context = await _browser!.NewContextAsync(new() { Locale = locale, ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // A browser reports the 401 of "is anybody signed in?" as an error, which it is not.
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal))
                _consoleErrors.Add(message.Text);
        };
        page.PageError += (_, error) => _consoleErrors.Add(error);
        return page;
    }

    private async Task<IPage> SignedInAsync(IPage page, string userName, string password, string path)
    {
        await page.GotoAsync(new Uri(fixture.Lrs.Address, path).ToString());
        await page.GetByTestId("sign-in-form").WaitForAsync();
        if (page.Context.Pages[0] == page && await page.EvaluateAsync<string>("navigator.language") is ['e', 'n', ..])
            await page.GetByTestId("language-switch").GetByText("EN").First.ClickAsync();
        await page.Locator("input[autocomplete=username]").FillAsync(userName);
        await page.Locator("input[type=password]").FillAsync(password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GetByTestId("account").WaitForAsync(new() { Timeout = 60_000 });
        return page;
    }

    private static async Task NothingIsWrongAsync(IPage page, string screenshot)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page scrolls sideways.");
        await Axe.FindsNothingSeriousAsync(page);
        // Kept beside the tests' output, to be looked at.
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{screenshot}.png"), FullPage = true });
    }

    private async Task ImportAsync(string table, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "text/csv");
        using var response = await _http.PostAsync($"/api/v1/imports/{table}", content);
        response.EnsureSuccessStatusCode();
    }
}
