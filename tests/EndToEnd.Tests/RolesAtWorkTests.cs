using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>What each kind of people comes for, from sign-in to its result.</summary>
[Collection(LrsCollection.Name)]
public sealed class RolesAtWorkTests(LrsFixture fixture, PagesBrowser browser) : IClassFixture<NationOfPages>
{
    [SkippableTheory]
    [MemberData(nameof(Visit.EveryWindow), MemberType = typeof(Visit))]
    public async Task LAN_sees_who_is_behind_and_goes_to_the_agency(string language, int width)
    {
        await using var visit = await VisitAsync("pages-lan", language, width);
        var page = visit.Page;
        await Assertions.Expect(page.GetByTestId("share-met")).ToContainTextAsync("%");
        await Assertions.Expect(page.GetByTestId("figure-week")).Not.ToHaveTextAsync("…");
        await Assertions.Expect(page.GetByTestId("change-share")).ToContainTextAsync($"{NationOfPages.Year - 1}");
        await Assertions.Expect(page.GetByTestId("trend-chart")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("heat-table")).ToBeVisibleAsync();
        if ((language, width) == ("id", 1280))
            await visit.LookAsync("nation");
        await visit.HasLoadedAsync();

        // By keyboard: the map is one stop, Enter chooses the province, and the agencies are those of it.
        await page.Locator($"[data-province='{NationOfPages.Province}']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"province={NationOfPages.Province}"));
        await Assertions.Expect(page.GetByTestId("agency-row")).ToHaveCountAsync(1);
        await page.GetByTestId("agency-row").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(NationOfPages.Name);

        // Back to the nation by its name: what was chosen is still so.
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"province={NationOfPages.Province}"));
        await Assertions.Expect(page.GetByTestId("agency-row")).ToHaveCountAsync(1);
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task Every_chart_of_the_nation_is_there_as_a_file()
    {
        await using var visit = await VisitAsync("pages-lan", "id");
        await visit.HasLoadedAsync();
        foreach (var part in new[] { "trend", "provinces", "agencies", "heat", "kinds", "groups", "months", "coverage", "forms", "providers" })
        {
            var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByTestId($"{part}-csv").ClickAsync());
            var lines = await File.ReadAllLinesAsync(await download.PathAsync());
            Assert.EndsWith($"-nasional-{NationOfPages.Year}.csv", download.SuggestedFilename, StringComparison.Ordinal);
            Assert.InRange(lines.Length, 2, int.MaxValue);
            Assert.All(lines, line => Assert.Contains(",", line, StringComparison.Ordinal));
        }

        visit.HadNoFaults();
    }

    [SkippableTheory]
    [MemberData(nameof(Visit.EveryWindow), MemberType = typeof(Visit))]
    public async Task An_agency_finds_who_is_behind_and_maps_a_learner(string language, int width)
    {
        await using var visit = await VisitAsync("pages-agency", language, width);
        var page = visit.Page;
        await Assertions.Expect(page.GetByTestId("person-row")).ToHaveCountAsync(NationOfPages.Behind);
        await Assertions.Expect(page.GetByTestId("people-shown")).ToContainTextAsync($"{NationOfPages.Behind}");
        await Assertions.Expect(page.GetByTestId("trend-chart")).ToBeVisibleAsync();
        await page.GetByTestId("people-unit").SelectOptionAsync(NationOfPages.Unit);
        await Assertions.Expect(page.GetByTestId("person-row")).ToHaveCountAsync(1);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("unit="));
        await page.GetByTestId("people-unit").SelectOptionAsync("");
        if ((language, width) == ("id", 1280))
            await visit.LookAsync("agency");

        var learner = page.GetByTestId("unresolved-row").Filter(new() { HasText = NationOfPages.UnknownLearner(language, width) });
        await learner.GetByTestId("unresolved-map").ClickAsync();
        await page.GetByTestId("person-search").FillAsync("Halaman Empat");
        await page.GetByTestId("person-option").First.ClickAsync();
        await page.GetByTestId("person-map").ClickAsync();
        await Assertions.Expect(learner).ToHaveCountAsync(0);
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task An_agency_enters_the_hours_that_no_rule_knows()
    {
        await using var visit = await VisitAsync("pages-agency", "id");
        var page = visit.Page;
        await page.GetByTestId("manual-row").GetByTestId("manual-enter").ClickAsync();
        await page.GetByTestId("manual-row").Locator("[name=jp]").FillAsync("4.5");
        await page.GetByTestId("manual-row").Locator("[name=reason]").FillAsync("Laporan bimbingan sudah diperiksa.");
        await page.GetByTestId("manual-save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("manual-row")).ToHaveCountAsync(0);
        var api = new NationApi(fixture.Lrs);
        var person = await api.LookUpAsync(NationOfPages.NipWithoutMinimum);
        await api.WaitForAsync($"/api/v1/people/{person}/compliance?year={NationOfPages.Year}", record => record.GetProperty("credits").EnumerateArray()
            .Any(credit => credit.GetProperty("form").GetString() == "OJT" && credit.GetProperty("countedJp").GetDecimal() == 4.5m));
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task An_agency_keeps_a_schedule_of_reports()
    {
        await using var visit = await VisitAsync("pages-agency", "id");
        var page = visit.Page;
        await page.GetByTestId("schedule-new").ClickAsync();
        await page.GetByTestId("schedule-form").Locator("[name=kind]").SelectOptionAsync("behind");
        await page.GetByTestId("schedule-form").Locator("[name=format]").SelectOptionAsync("csv");
        await page.GetByTestId("schedule-keep").ClickAsync();
        await Assertions.Expect(page.GetByTestId("schedule-row")).ToHaveCountAsync(1);
        await page.GetByTestId("schedule-change").ClickAsync();
        await page.GetByTestId("schedule-form").Locator("[name=when]").SelectOptionAsync("quarterly");
        await page.GetByTestId("schedule-keep").ClickAsync();
        await Assertions.Expect(page.GetByTestId("schedule-row")).ToContainTextAsync("triwulan");
        await page.GetByTestId("schedule-run").ClickAsync();
        await Assertions.Expect(page.GetByTestId("report-row").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByTestId("schedule-remove").ClickAsync();
        await Assertions.Expect(page.GetByTestId("schedule-row")).ToHaveCountAsync(0);
        visit.HadNoFaults();
    }

    [SkippableTheory]
    [MemberData(nameof(Visit.EveryWindow), MemberType = typeof(Visit))]
    public async Task A_civil_servant_sees_the_own_record_and_takes_it_along(string language, int width)
    {
        await using var visit = await VisitAsync("pages-asn", language, width);
        var page = visit.Page;
        await Assertions.Expect(page.GetByTestId("progress-ring")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("due")).ToContainTextAsync($"{NationOfPages.Year}");
        await Assertions.Expect(page.GetByTestId("credit-row")).ToHaveCountAsync(1);
        if ((language, width) == ("id", 1280))
            await visit.LookAsync("own-record");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("transcript-pdf").ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        visit.HadNoFaults();

        // Nobody else's: neither a person, nor an agency.
        await page.GotoAsync(new Uri(fixture.Lrs.Address, $"/agencies/{NationOfPages.Agency}").ToString());
        await Assertions.Expect(page.GetByTestId("state-forbidden")).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(Visit.EveryWindow), MemberType = typeof(Visit))]
    public async Task A_platform_sees_why_it_was_refused_tries_again_and_what_a_course_counts_for(string language, int width)
    {
        await using var visit = await VisitAsync("pages-vendor", language, width);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await Assertions.Expect(page.GetByTestId("reason-row")).ToContainTextAsync("actor.mbox");
        await Assertions.Expect(page.GetByTestId("day-chart")).ToBeVisibleAsync();
        foreach (var (statement, status) in new[] { (NationOfPages.Refused, "HTTP 400"), (NationOfPages.Mended, "HTTP 200") })
        {
            await page.GetByTestId("test-statement").FillAsync(statement);
            await page.GetByTestId("test-send").ClickAsync();
            await Assertions.Expect(page.GetByTestId("test-answer").Locator("pre")).ToContainTextAsync(status);
        }

        var course = page.GetByTestId("worth-row");
        await Assertions.Expect(course).ToContainTextAsync("10 JP");
        await Assertions.Expect(course).ToContainTextAsync(language == "en" ? "at most 3 JP a day" : "paling banyak 3 JP sehari");
        if ((language, width) == ("id", 1280))
            await visit.LookAsync("platform");
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task The_first_page_is_there_with_less_than_300_kB_of_scripts_its_map_and_charts_among_them()
    {
        await using var visit = await VisitAsync("pages-lan", "id");
        foreach (var part in new[] { "trend-chart", "month-chart", "province-map" })
            await Assertions.Expect(visit.Page.GetByTestId(part)).ToBeVisibleAsync();
        var bytes = await visit.Page.EvaluateAsync<int>(
            "performance.getEntriesByType('resource').filter(one => /\\.js$/.test(one.name)).reduce((sum, one) => sum + one.encodedBodySize, 0)");
        Assert.InRange(bytes, 100_000, 300_000);
    }

    private Task<Visit> VisitAsync(string userName, string language, int width = 1280, string path = "/") =>
        Visit.SignInAsync(browser.Require(), fixture.Lrs, userName, language, width, path);
}
