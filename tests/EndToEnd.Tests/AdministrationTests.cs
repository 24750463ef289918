using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Somebody of LAN imports with a preview, makes a user who chooses a password, and sees in the log who looked at whom.</summary>
[Collection(LrsCollection.Name)]
public sealed class AdministrationTests(LrsFixture fixture, PagesBrowser browser) : IAsyncLifetime
{
    private const string Password = "naik kereta ke Bandung";
    private const string Agency = "ADM-1";
    private const string Nip = "199101012015011301";

    private readonly HttpClient _http = fixture.Lrs.Root;

    public async Task InitializeAsync()
    {
        await ImportAsync("agencies", "agency_code,name,kind,timezone", $"{Agency},Badan Administrasi Uji,LEMBAGA,Asia/Jakarta");
        await ImportAsync("people", "nip,name,employment_type,agency_code", $"{Nip},Wayan Administrasi,PNS,{Agency}");
        await _http.PostAsJsonAsync("/api/v1/users", new { userName = "adm-lan", displayName = "Pengawas Uji", password = Password, role = "lan" });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableTheory]
    [MemberData(nameof(Visit.EveryWindow), MemberType = typeof(Visit))]
    public async Task An_import_shows_first_what_it_would_change_and_which_rows_are_bad(string language, int width)
    {
        await using var visit = await OpenAsync("/admin/registry", language, width);
        var page = visit.Page;
        await Assertions.Expect(page.GetByTestId("registry-row").First).ToBeVisibleAsync();
        var window = $"{language}-{width}";
        var name = $"Badan Lain {window}";
        var csv = $"agency_code,name,kind,timezone\n{Agency},{name},LEMBAGA,Asia/Jakarta\nADM-NEW-{window},Kota Baru,KOTA,Asia/Jayapura\nADM-BAD,Desa,DESA,Asia/Jakarta\n";
        await page.GetByTestId("import-file").SetInputFilesAsync(new FilePayload { Name = "instansi.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByTestId("import-check").ClickAsync();

        await Assertions.Expect(page.GetByTestId("preview-added")).ToHaveTextAsync("1");
        await Assertions.Expect(page.GetByTestId("preview-changed")).ToHaveTextAsync("1");
        await Assertions.Expect(page.GetByTestId("preview-bad")).ToHaveTextAsync("1");
        await Assertions.Expect(page.GetByTestId("preview-changes")).ToContainTextAsync(name);
        // Nothing has been stored yet.
        Assert.DoesNotContain(name, await _http.GetStringAsync("/api/v1/agencies"), StringComparison.Ordinal);
        await NothingIsWrongAsync(visit, $"import-{window}");
        var bad = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("bad-rows").ClickAsync());
        Assert.Contains("ADM-BAD,Desa,DESA", await File.ReadAllTextAsync(await bad.PathAsync()), StringComparison.Ordinal);

        await page.GetByTestId("import-apply").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-applied")).ToBeVisibleAsync();
        Assert.Contains(name, await _http.GetStringAsync("/api/v1/agencies"), StringComparison.Ordinal);
        visit.HadNoFaults();
    }

    [SkippableTheory]
    [InlineData("id", 375)]
    [InlineData("en", 1280)]
    public async Task A_user_is_made_and_chooses_a_password_at_the_first_sign_in(string language, int width)
    {
        var userName = $"adm-{Guid.NewGuid():N}";
        await using var visit = await OpenAsync("/admin/users", language, width);
        var page = visit.Page;
        await page.GetByTestId("user-make").ClickAsync();
        await page.GetByTestId("user-role").SelectOptionAsync("asn");
        var form = page.GetByTestId("user-form");
        await form.Locator("input[name=userName]").FillAsync(userName);
        await form.Locator("input[name=nip]").FillAsync(Nip);
        await NothingIsWrongAsync(visit, $"users-{language}-{width}");
        await page.GetByTestId("user-submit").ClickAsync();
        var made = page.GetByTestId("made-password");
        var initial = await made.Locator("pre").InnerTextAsync();
        Assert.DoesNotContain(Nip, page.Url, StringComparison.Ordinal);

        await using var theirVisit = await Visit.SignInAsync(browser.Require(), fixture.Lrs, userName, language, width, password: initial.Trim());
        var theirs = theirVisit.Page;
        await Assertions.Expect(theirs).ToHaveURLAsync(new Regex("/account$"));
        await NothingIsWrongAsync(theirVisit, $"account-{language}-{width}");
        await theirs.Locator("input[name=current]").FillAsync(initial.Trim());
        await theirs.Locator("input[name=new]").FillAsync(Password);
        await theirs.Locator("input[name=again]").FillAsync(Password);
        await theirs.GetByTestId("password-submit").ClickAsync();
        await Assertions.Expect(theirs.GetByTestId("everywhere")).ToBeVisibleAsync();
        theirVisit.HadNoFaults();
        visit.HadNoFaults();
    }

    [SkippableTheory]
    [InlineData("id", 1920)]
    [InlineData("en", 375)]
    public async Task The_log_shows_who_looked_at_whose_record(string language, int width)
    {
        (await _http.PostAsJsonAsync("/api/v1/people/lookup", new { nip = Nip })).EnsureSuccessStatusCode();
        await using var visit = await OpenAsync("/admin/log", language, width);
        var page = visit.Page;
        await page.GetByTestId("log-purpose").SelectOptionAsync("lookup");
        await page.GetByTestId("log-agency").FillAsync(Agency);
        var row = page.GetByTestId("log-row").First;
        await Assertions.Expect(row).ToContainTextAsync("Wayan Administrasi");
        await Assertions.Expect(row).ToContainTextAsync(LrsProcess.RootKey);
        await NothingIsWrongAsync(visit, $"log-{language}-{width}");
        visit.HadNoFaults();
    }

    [SkippableTheory]
    [InlineData("rules", "rule-pack")]
    [InlineData("jobs", "job-compute-compliance")]
    [InlineData("system", "system-engine")]
    [InlineData("registry/people", "registry-row")]
    [InlineData("registry/activities", "import")]
    public async Task Every_part_answers_its_question(string part, string shown)
    {
        await using var visit = await OpenAsync($"/admin/{part}", "en", 1280);
        await Assertions.Expect(visit.Page.GetByTestId(shown).First).ToBeVisibleAsync();
        await NothingIsWrongAsync(visit, $"admin-{part.Replace('/', '-')}");
        visit.HadNoFaults();
    }

    private Task<Visit> OpenAsync(string path, string language, int width) =>
        Visit.SignInAsync(browser.Require(), fixture.Lrs, "adm-lan", language, width, path, Password);

    private static async Task NothingIsWrongAsync(Visit visit, string name)
    {
        await visit.FitsAsync(name);
        await Axe.FindsNothingSeriousAsync(visit.Page);
    }

    private async Task ImportAsync(string table, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "text/csv");
        using var response = await _http.PostAsync($"/api/v1/imports/{table}", content);
        response.EnsureSuccessStatusCode();
    }
}
