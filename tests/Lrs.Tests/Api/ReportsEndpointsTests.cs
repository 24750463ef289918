using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Analytics.Relational;
using Lrs.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace Lrs.Tests.Api;

public sealed class ReportsEndpointsTests(JobsHost host) : IClassFixture<JobsHost>
{
    [Fact]
    public async Task A_report_is_made_listed_and_downloaded_under_its_name()
    {
        await MakeAsync("4001", 2024);
        var report = Assert.Single(await ListAsync(host.Root(), "?agency=4001&year=2024"));
        Assert.Equal(("compliance", "csv"), (report.GetProperty("kind").GetString(), report.GetProperty("format").GetString()));

        var file = await host.Root().GetAsync($"/api/v1/reports/{report.GetProperty("id")}/file");
        Assert.Equal("compliance-4001-2024.csv", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal(report.GetProperty("bytes").GetInt64(), (await file.Content.ReadAsByteArrayAsync()).Length);
        Assert.Contains("Siti 4001", await file.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_download_is_logged_with_who_and_which()
    {
        await MakeAsync("4002", 2023);
        var id = Assert.Single(await ListAsync(host.Root(), "?agency=4002&year=2023")).GetProperty("id").GetGuid();
        await host.Root().GetAsync($"/api/v1/reports/{id}/file");
        Assert.Equal(["credential:root"], await host.Services.GetRequiredService<RelationalStore>()
            .ReadAsync<string>("SELECT caller FROM record_reads WHERE purpose = @purpose", new { purpose = $"report {id}" }, default));
    }

    [Fact]
    public async Task An_agency_sees_its_own_reports_and_no_others()
    {
        await MakeAsync("4001", 2022);
        await MakeAsync("4002", 2022);
        var agency = await SignedInAsync("own-reports", "4001");
        Assert.All(await ListAsync(agency, ""), report => Assert.Equal("4001", report.GetProperty("agencyCode").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await agency.GetAsync("/api/v1/reports?agency=4002")).StatusCode);

        var others = Assert.Single(await ListAsync(host.Root(), "?agency=4002&year=2022")).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.Forbidden, (await agency.GetAsync($"/api/v1/reports/{others}/file")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await agency.PostAsJsonAsync("/api/v1/reports", new { agencyCode = "4002", year = 2026 })).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await agency.PostAsJsonAsync("/api/v1/reports", new { agencyCode = "4001", year = 2026 })).StatusCode);
    }

    [Theory]
    [InlineData("9999", 2026)]
    [InlineData(null, 2026)]
    [InlineData("4001", 2027)]
    [InlineData("4001", null)]
    public async Task Refuses_a_report_of_no_agency_or_of_a_year_that_has_not_begun(string? agencyCode, int? year) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Root().PostAsJsonAsync("/api/v1/reports", new { agencyCode, year })).StatusCode);

    [Fact]
    public async Task A_schedule_is_set_changed_and_deleted()
    {
        var set = await PutAsync(host.Root(), "monthly-4001", new { agencyCode = "4001", kind = "compliance", cron = "monthly", format = "csv" }, HttpStatusCode.OK);
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 19, 0, 0, TimeSpan.Zero), set.GetProperty("nextRun").GetDateTimeOffset());
        var changed = await PutAsync(host.Root(), "monthly-4001", new { agencyCode = "4001", cron = "0 6 * * 1" }, HttpStatusCode.OK);
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 23, 0, 0, TimeSpan.Zero), changed.GetProperty("nextRun").GetDateTimeOffset());
        Assert.Contains("monthly-4001", await host.Root().GetStringAsync("/api/v1/report-schedules"));
        Assert.Equal(HttpStatusCode.NoContent, (await host.Root().DeleteAsync("/api/v1/report-schedules/monthly-4001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Root().DeleteAsync("/api/v1/report-schedules/monthly-4001")).StatusCode);
    }

    [Theory]
    [InlineData("a", "weekly", "compliance", "csv")]
    [InlineData("a", null, "compliance", "csv")]
    [InlineData("a", "monthly", "salary", "csv")]
    [InlineData("a", "monthly", "compliance", "docx")]
    [InlineData("a", "0 25 * * *", "compliance", "csv")]
    [InlineData("a", "0 0 31 2 *", "compliance", "csv")]
    [InlineData("A_B", "monthly", "compliance", "csv")]
    public async Task Refuses_a_schedule_it_could_not_honour(string id, string? cron, string kind, string format) =>
        await PutAsync(host.Root(), id, new { agencyCode = "4001", kind, cron, format }, HttpStatusCode.BadRequest);

    [Fact]
    public async Task An_agency_sets_its_own_schedules_and_takes_no_others()
    {
        await PutAsync(host.Root(), "of-4002", new { agencyCode = "4002", cron = "monthly" }, HttpStatusCode.OK);
        var agency = await SignedInAsync("own-schedules", "4001");
        await PutAsync(agency, "of-4001", new { agencyCode = "4001", cron = "monthly" }, HttpStatusCode.OK);
        await PutAsync(agency, "another", new { agencyCode = "4002", cron = "monthly" }, HttpStatusCode.Forbidden);
        await PutAsync(agency, "another", new { agencyCode = "", cron = "monthly" }, HttpStatusCode.Forbidden);
        await PutAsync(agency, "of-4002", new { agencyCode = "4001", cron = "monthly" }, HttpStatusCode.Forbidden);
        await PutAsync(agency, "every-agency-yearly", new { agencyCode = "4001", cron = "monthly" }, HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, (await agency.DeleteAsync("/api/v1/report-schedules/of-4002")).StatusCode);
        var seen = await agency.GetFromJsonAsync<JsonElement[]>("/api/v1/report-schedules");
        Assert.Equal(["of-4001"], seen!.Select(schedule => schedule.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("compliance", "4001", "csv", "text/csv", "compliance-4001-2021.csv")]
    [InlineData("compliance", "4001", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "compliance-4001-2021.xlsx")]
    [InlineData("behind", "4002", "pdf", "application/pdf", "behind-4002-2021.pdf")]
    [InlineData("nation", null, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "nation-2021.xlsx")]
    [InlineData("delivery", null, "pdf", "application/pdf", "delivery-Kanał-Nusantara-2021.pdf", "Kanał-Nusantara")]
    public async Task Each_kind_comes_in_each_format_under_its_type_and_name(
        string kind, string? agencyCode, string format, string type, string name, string? provider = null)
    {
        var made = await host.Root().PostAsJsonAsync("/api/v1/reports?wait=true", new { agencyCode, year = 2021, kind, format, provider });
        Assert.Equal("succeeded", (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString());
        var report = (await ListAsync(host.Root(), "?year=2021")).First(report => report.GetProperty("fileName").GetString() == name);
        Assert.Equal((kind, format, provider), (report.GetProperty("kind").GetString(), report.GetProperty("format").GetString(), report.GetProperty("provider").GetString()));
        var file = await host.Root().GetAsync($"/api/v1/reports/{report.GetProperty("id")}/file");
        Assert.Equal(type, file.Content.Headers.ContentType?.MediaType);
        // RFC 6266: the name in UTF-8, beside one in ASCII for those who do not know it.
        Assert.Equal(name, file.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task A_platform_makes_sees_and_schedules_its_own_delivery_and_nothing_else()
    {
        await host.AddUserAsync("vendor-reports", "vendor", provider: "belajar.id");
        var vendor = host.Browser();
        await AuthHost.SignInAsync(vendor, "vendor-reports");
        vendor.DefaultRequestHeaders.Add("X-Requested-With", "lrs");
        await MakeAsync("4001", 2020);
        await host.Root().PostAsJsonAsync("/api/v1/reports?wait=true", new { year = 2020, kind = "delivery", provider = "moodle" });
        Assert.Equal(HttpStatusCode.OK, (await vendor.PostAsJsonAsync("/api/v1/reports?wait=true", new { year = 2020 })).StatusCode);
        var own = Assert.Single(await ListAsync(vendor, "?year=2020"));
        Assert.Equal(("delivery", "belajar.id"), (own.GetProperty("kind").GetString(), own.GetProperty("provider").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await vendor.GetAsync($"/api/v1/reports/{own.GetProperty("id")}/file")).StatusCode);
        foreach (var other in (await ListAsync(host.Root(), "?year=2020")).Where(report => report.GetProperty("provider").GetString() != "belajar.id"))
            Assert.Equal(HttpStatusCode.Forbidden, (await vendor.GetAsync($"/api/v1/reports/{other.GetProperty("id")}/file")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await vendor.GetAsync("/api/v1/reports?provider=moodle")).StatusCode);
        foreach (var others in (object[])[new { year = 2020, provider = "moodle" }, new { year = 2020, kind = "nation" }, new { year = 2020, kind = "compliance", agencyCode = "4001" }])
            Assert.Equal(HttpStatusCode.Forbidden, (await vendor.PostAsJsonAsync("/api/v1/reports", others)).StatusCode);

        await PutAsync(vendor, "of-belajar", new { cron = "quarterly", format = "pdf" }, HttpStatusCode.OK);
        await PutAsync(vendor, "of-moodle", new { cron = "quarterly", provider = "moodle" }, HttpStatusCode.Forbidden);
        var kept = await vendor.GetFromJsonAsync<JsonElement>("/api/v1/report-schedules/of-belajar");
        Assert.Equal(("delivery", "belajar.id", "pdf"), (kept.GetProperty("kind").GetString(), kept.GetProperty("provider").GetString(), kept.GetProperty("format").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await vendor.GetAsync("/api/v1/report-schedules/every-agency-yearly")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.GetAsync("/api/v1/report-schedules/none")).StatusCode);
    }

    [Fact]
    public async Task An_agency_makes_no_report_of_the_nation_or_of_a_platform()
    {
        var agency = await SignedInAsync("agency-kinds", "4001");
        foreach (var order in (object[])[new { year = 2026, kind = "nation" }, new { year = 2026, kind = "delivery", provider = "belajar.id" }])
            Assert.Equal(HttpStatusCode.Forbidden, (await agency.PostAsJsonAsync("/api/v1/reports", order)).StatusCode);
        await PutAsync(agency, "nation", new { cron = "monthly", kind = "nation" }, HttpStatusCode.Forbidden);
    }

    private async Task MakeAsync(string agencyCode, int year) =>
        Assert.Equal(HttpStatusCode.OK, (await host.Root().PostAsJsonAsync("/api/v1/reports?wait=true", new { agencyCode, year })).StatusCode);

    private static async Task<JsonElement[]> ListAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<JsonElement[]>("/api/v1/reports" + query))!;

    private static async Task<JsonElement> PutAsync(HttpClient client, string id, object schedule, HttpStatusCode expected)
    {
        var answer = await client.PutAsJsonAsync($"/api/v1/report-schedules/{id}", schedule);
        Assert.Equal(expected, answer.StatusCode);
        return expected == HttpStatusCode.OK ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default;
    }

    private async Task<HttpClient> SignedInAsync(string userName, string agencyCode)
    {
        await host.AddUserAsync(userName, "agency", agencyCode);
        var browser = host.Browser();
        await AuthHost.SignInAsync(browser, userName);
        browser.DefaultRequestHeaders.Add("X-Requested-With", "lrs");
        return browser;
    }
}
