using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>An agency's officer signs in, sees how the agency stands and who is behind, opens a transcript and downloads the report.</summary>
[Collection(LrsCollection.Name)]
public sealed class AgencyPageTests(LrsFixture fixture, PagesBrowser browser) : IAsyncLifetime
{
    private const string Agency = "PAGE-1";

    private readonly HttpClient _http = fixture.Lrs.Root;

    public Task InitializeAsync() => RegisterAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableTheory]
    [InlineData("id", 375)]
    [InlineData("id", 1920)]
    [InlineData("en", 1280)]
    public async Task Shows_figures_people_behind_and_a_transcript(string language, int width)
    {
        await using var visit = await Visit.SignInAsync(browser.Require(), fixture.Lrs, "page-agency", language, width);
        var page = visit.Page;
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/agencies/{Agency}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Badan Halaman");
        await Assertions.Expect(page.GetByTestId("month-chart")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("person-row")).ToHaveCountAsync(2);

        await page.GetByTestId("person-row").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("progress-ring")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("credit-row")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("reduction-jp_per_day")).ToBeVisibleAsync();
        if (width == 375)
            await visit.LookAsync("transcript");
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task Makes_a_report_and_downloads_it()
    {
        await using var visit = await Visit.SignInAsync(browser.Require(), fixture.Lrs, "page-agency", "id");
        await visit.Page.GetByTestId("reports-make").ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.GetByTestId("report-row").First.GetByRole(AriaRole.Link).First.ClickAsync(), new() { Timeout = 60_000 });
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("Halaman Satu", csv, StringComparison.Ordinal);
        visit.HadNoFaults();
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
            $"0a0a0a0a-0000-4000-8000-0000000000{nip[^2..]}", Posted.Learner(nip), activity: "https://lms.example.go.id/page", timestamp: $"{NationOfPages.Year}-01-01T00:05:00+09:00")));
        using var posted = await _http.PostAsync("/xapi/statements", new StringContent($"[{statements}]", Encoding.UTF8, "application/json"));
        posted.EnsureSuccessStatusCode();
        using var computed = await _http.PostAsync("/api/v1/jobs/compute-compliance/runs?wait=true", null);
        computed.EnsureSuccessStatusCode();
        await _http.PostAsJsonAsync("/api/v1/users", new { userName = "page-agency", displayName = "Petugas", password = Visit.Password, role = "agency", agencyCode = Agency });
    }

    private async Task ImportAsync(string table, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "text/csv");
        using var response = await _http.PostAsync($"/api/v1/imports/{table}", content);
        response.EnsureSuccessStatusCode();
    }
}
