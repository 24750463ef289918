using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Reports of the nation and of a platform, when they make themselves, and certificates of more than one person.</summary>
[Collection(LrsCollection.Name)]
public sealed class ReportsPagesTests(LrsFixture fixture, PagesBrowser browser) : IClassFixture<NationOfPages>
{
    private const string Certificate = "PAGES-2026/007";

    private readonly NationApi _api = new(fixture.Lrs);

    [SkippableTheory]
    [MemberData(nameof(Visit.EveryWindow), MemberType = typeof(Visit))]
    public async Task LAN_makes_a_report_of_the_nation_and_downloads_it(string language, int width)
    {
        await using var visit = await VisitAsync("pages-lan", language, width, "/reports");
        await visit.HasLoadedAsync();
        await MakesAndDownloadsAsync(visit.Page, $"nation-{NationOfPages.Year}.csv");
        if ((language, width) == ("id", 1280))
            await visit.LookAsync("reports");
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task LAN_keeps_a_schedule_for_every_agency_at_times_of_its_own_and_runs_it()
    {
        await using var visit = await VisitAsync("pages-lan", "en", path: "/reports");
        var page = visit.Page;
        await page.GetByTestId("schedule-new").ClickAsync();
        var form = page.GetByTestId("schedule-form");
        await form.Locator("[name=kind]").SelectOptionAsync("competencies");
        await form.Locator("[name=format]").SelectOptionAsync("csv");
        await form.Locator("[name=when]").SelectOptionAsync("own");
        await page.GetByTestId("schedule-cron").FillAsync("0 7 * * 1");
        await page.GetByTestId("schedule-keep").ClickAsync();
        var row = page.GetByTestId("schedule-row").Filter(new() { HasText = "0 7 * * 1" });
        await Assertions.Expect(row).ToContainTextAsync("every agency");
        await row.GetByTestId("schedule-run").ClickAsync();
        await _api.WaitForAsync(
            $"/api/v1/reports?agency={NationOfPages.Agency}&kind=competencies&year={NationOfPages.Year}", reports => reports.GetArrayLength() > 0);
        await row.GetByTestId("schedule-remove").ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        visit.HadNoFaults();
    }

    [SkippableTheory]
    [InlineData("pages-vendor")]
    [InlineData("pages-lan")]
    public async Task A_platform_and_LAN_download_what_it_delivered(string userName)
    {
        await using var visit = await VisitAsync(userName, "id", path: $"/providers/{NationOfPages.Provider}");
        await visit.HasLoadedAsync();
        await MakesAndDownloadsAsync(visit.Page, $"delivery-{NationOfPages.Provider}-{NationOfPages.Year}.csv");
        visit.HadNoFaults();
    }

    [SkippableTheory]
    [MemberData(nameof(Visit.EveryWindow), MemberType = typeof(Visit))]
    public async Task LAN_opens_the_record_of_one_whose_certificate_another_has_too(string language, int width)
    {
        await ShareACertificateAsync();
        await using var visit = await VisitAsync("pages-lan", language, width, "/certificates");
        var page = visit.Page;
        await page.GetByTestId("certificate-search").FillAsync(Certificate);
        var row = page.GetByTestId("certificate-row").Filter(new() { HasText = Certificate });
        await Assertions.Expect(row.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Halaman Dua", "Halaman Satu"], new() { IgnoreCase = false });
        if ((language, width) == ("id", 1280))
            await visit.LookAsync("certificates");
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Halaman Dua");
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task An_agency_sees_the_certificates_of_its_own_people_and_a_platform_none()
    {
        await ShareACertificateAsync();
        await using (var visit = await VisitAsync("pages-agency", "id", path: "/certificates"))
        {
            await Assertions.Expect(visit.Page.GetByTestId("certificate-row").Filter(new() { HasText = Certificate })).ToHaveCountAsync(1);
            visit.HadNoFaults();
        }

        await using var other = await VisitAsync("pages-vendor", "id", path: "/certificates");
        await Assertions.Expect(other.Page.GetByTestId("state-forbidden")).ToBeVisibleAsync();
    }

    private static async Task MakesAndDownloadsAsync(IPage page, string file)
    {
        await page.GetByTestId("reports-make").ClickAsync();
        var link = page.GetByTestId("report-row").Filter(new() { HasText = file }).First.GetByRole(AriaRole.Link);
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync(), new() { Timeout = 60_000 });
        Assert.Equal(file, download.SuggestedFilename);
        Assert.InRange((await File.ReadAllLinesAsync(await download.PathAsync())).Length, 2, int.MaxValue);
    }

    /// <summary>Under the same ids each time: what is there already is left as it was.</summary>
    private async Task ShareACertificateAsync()
    {
        var more = $$""","context":{"extensions":{"https://lan.go.id/xapi/extensions/certificate-number":"{{Certificate}}"} }""";
        var statements = new[] { "198801012012011001", "198801012012011002" }.Select((nip, number) => Posted.Statement(
            $"0c0c0c0c-0000-4000-8000-00000000000{number}", Posted.Learner(nip), activity: "https://sertifikat.halaman.example/1",
            timestamp: $"{NationOfPages.Year}-01-01T00:3{number}:00+08:00", more: more));
        await _api.PostAsync($"[{string.Join(',', statements)}]");
        await _api.WaitForAsync("/api/v1/suspicious/certificates", list => list.EnumerateArray()
            .Any(one => one.GetProperty("certificateNumber").GetString() == Certificate && one.GetProperty("holders").GetArrayLength() == 2));
    }

    private Task<Visit> VisitAsync(string userName, string language, int width = 1280, string path = "/") =>
        Visit.SignInAsync(browser.Require(), fixture.Lrs, userName, language, width, path);
}
