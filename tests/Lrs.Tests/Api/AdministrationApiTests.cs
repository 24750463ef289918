using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Api;

/// <summary>What the pages of administration ask: previews that change nothing, the registry, the rules, the access log, the system.</summary>
[Collection(LrsCollection.Name)]
public sealed class AdministrationApiTests(LrsFixture fixture)
{
    private const string AgencyHeader = "agency_code,name,kind,timezone";
    private const string PeopleHeader = "nip,name,employment_type,agency_code,unit,employed_from";

    private readonly HttpClient _http = fixture.Lrs.Root;

    [Fact]
    public async Task A_preview_says_what_is_new_what_is_different_and_how_and_stores_nothing()
    {
        await ImportAsync("agencies", AgencyHeader, "PV-1,Badan Lama,LEMBAGA,Asia/Jakarta", "PV-2,Badan Sama,LEMBAGA,Asia/Jakarta");
        string[] file = [AgencyHeader, "PV-1,Badan Baru,LEMBAGA,Asia/Makassar", "PV-2,Badan Sama,LEMBAGA,Asia/Jakarta", "PV-3,Badan Tiga,LEMBAGA,Asia/Jakarta", "PV-4,Desa,DESA,Asia/Jakarta"];
        var preview = await PreviewAsync("agencies", file);

        Assert.Equal((1, 1, 1, 1), (Number(preview, "added"), Number(preview, "changed"), Number(preview, "unchanged"), Number(preview, "rejectedCount")));
        var changed = preview.GetProperty("changes").EnumerateArray().Single(change => !change.GetProperty("isNew").GetBoolean());
        Assert.Equal((2, "PV-1"), (changed.GetProperty("line").GetInt32(), Text(changed, "subject")));
        Assert.Equal(
            ["name: Badan Lama > Badan Baru", "timezone: Asia/Jakarta > Asia/Makassar"],
            changed.GetProperty("columns").EnumerateArray().Select(column => $"{Text(column, "column")}: {Text(column, "before")} > {Text(column, "after")}"));
        Assert.Equal(5, preview.GetProperty("rejected")[0].GetProperty("line").GetInt32());
        Assert.DoesNotContain("PV-3", await _http.GetStringAsync("/api/v1/agencies"), StringComparison.Ordinal);

        await ImportAsync("agencies", file);
        var again = await PreviewAsync("agencies", file);
        Assert.Equal((0, 0, 3), (Number(again, "added"), Number(again, "changed"), Number(again, "unchanged")));
    }

    [Theory]
    [InlineData("people", PeopleHeader, "198501012009011411,Siti Pratinjau,PNS,PV-P,Biro,2009-01-01")]
    [InlineData("identifiers", "ifi_kind,ifi_value,nip,valid_from", "mbox,mailto:pv@example.go.id,198501012009011411,2020-01-01")]
    [InlineData("activities", "activity_iri,title,form,jp,units,valid_from", "https://pv.example.go.id/1,Kursus,KURSUS,2.5,,2020-01-01")]
    [InlineData("competencies", "code,family,name", "PV.1,TEKNIS,Pratinjau")]
    public async Task Every_table_s_rows_are_the_same_as_those_that_were_stored_of_them(string table, string header, string row)
    {
        await ImportAsync("agencies", AgencyHeader, "PV-P,Badan Pratinjau,LEMBAGA,Asia/Jakarta");
        await ImportAsync(table, header, row);
        var preview = await PreviewAsync(table, header, row);
        Assert.Equal((0, 0, 1, 0), (Number(preview, "added"), Number(preview, "changed"), Number(preview, "unchanged"), Number(preview, "rejectedCount")));
    }

    [Fact]
    public async Task A_preview_refuses_a_header_that_cannot_be_understood()
    {
        using var answer = await _http.PostAsync("/api/v1/imports/people/preview", Csv("nama,nip", "Siti,1"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task People_are_found_by_part_of_a_name_by_NIP_and_page_by_page()
    {
        await ImportAsync("agencies", AgencyHeader, "PV-S,Badan Cari,LEMBAGA,Asia/Jakarta");
        await ImportAsync("people", [PeopleHeader, .. Enumerable.Range(0, 5).Select(n => $"19850101200901142{n},Carian Nomor {n},PNS,PV-S,Biro,2009-01-01")]);
        var names = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await SearchAsync("people", new { search = "carian NOMOR", agency = "PV-S", limit = 2, cursor });
            names.AddRange(page.GetProperty("rows").EnumerateArray().Select(row => Text(row, "name")));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 5).Select(n => $"Carian Nomor {n}"), names.Order());
        var found = await SearchAsync("people", new { search = "198501012009011423" });
        Assert.Equal("Carian Nomor 3", Text(Assert.Single(found.GetProperty("rows").EnumerateArray()), "name"));
    }

    [Fact]
    public async Task Identifiers_and_activities_are_found_by_what_stands_in_them()
    {
        await ImportAsync("agencies", AgencyHeader, "PV-I,Badan Pengenal,LEMBAGA,Asia/Jakarta");
        await ImportAsync("people", PeopleHeader, "198501012009011431,Siti Pengenal,PNS,PV-I,Biro,2009-01-01");
        await ImportAsync("identifiers", "ifi_kind,ifi_value,nip", "mbox,mailto:dicari@pv.example.go.id,198501012009011431");
        await ImportAsync("activities", "activity_iri,title,provider,form,jp", "https://pv.example.go.id/dicari,Judul Dicari,pv.id,KURSUS,2.5");

        foreach (var search in (string[])["DICARI@pv", "198501012009011431"])
        {
            var identifier = Assert.Single((await SearchAsync("identifiers", new { search })).GetProperty("rows").EnumerateArray());
            Assert.Equal(("mailto:dicari@pv.example.go.id", "Siti Pengenal"), (Text(identifier, "ifi"), Text(identifier, "personName")));
        }

        var activity = Assert.Single((await SearchAsync("activities", new { search = "judul dicari", provider = "pv.id" })).GetProperty("rows").EnumerateArray());
        Assert.Equal(("https://pv.example.go.id/dicari", 2.5m), (Text(activity, "activityIri"), activity.GetProperty("jp").GetDecimal()));
    }

    [Fact]
    public async Task A_preview_of_rules_tells_whose_hours_would_be_others_and_changes_none()
    {
        await ImportAsync("agencies", AgencyHeader, "PV-R,Badan Aturan,LEMBAGA,Asia/Jakarta");
        await ImportAsync("people", PeopleHeader, "198501012009011441,Siti Aturan,PNS,PV-R,Biro,2009-01-01");
        await ImportAsync("activities", "activity_iri,title,form,jp", "https://pv.example.go.id/aturan,Kursus,KURSUS,8");
        using var posted = await _http.PostAsync("/xapi/statements", new StringContent(
            Posted.Statement("0b0b0b0b-0000-4000-8000-000000000441", Posted.Learner("198501012009011441"), activity: "https://pv.example.go.id/aturan", timestamp: "2025-02-10T03:00:00Z"),
            Encoding.UTF8, "application/json"));
        posted.EnsureSuccessStatusCode();
        using var computed = await _http.PostAsync("/api/v1/jobs/compute-compliance/runs?wait=true", null);
        var person = Text(Assert.Single((await SearchAsync("people", new { search = "198501012009011441" })).GetProperty("rows").EnumerateArray()), "personId");
        var before = await CountedAsync(person);

        var own = await File.ReadAllTextAsync(Path.Combine(ArchitectureTests.FindRepository(), "src", "Analytics", "Compliance", "RulePacks", "lan-10-2018.yaml"));
        var half = own.Replace("KURSUS:        { siasn: 11, basis: PROGRAMME, national: 1.0", "KURSUS:        { siasn: 11, basis: PROGRAMME, national: 0.5", StringComparison.Ordinal);
        Assert.NotEqual(own, half);
        var same = await TryRulesAsync(own);
        var other = await TryRulesAsync(half);

        Assert.Equal(0, Number(same, "changed"));
        Assert.Equal(same.GetProperty("before").GetRawText(), same.GetProperty("after").GetRawText());
        var change = Assert.Single(other.GetProperty("examples").EnumerateArray(), example => Text(example, "personId") == person);
        Assert.Equal((8m, 4m), (change.GetProperty("before").GetProperty("countedJp").GetDecimal(), change.GetProperty("after").GetProperty("countedJp").GetDecimal()));
        Assert.Equal(before, await CountedAsync(person));
    }

    [Fact]
    public async Task A_pack_that_cannot_be_used_is_refused_with_its_line()
    {
        using var answer = await _http.PostAsJsonAsync("/api/v1/rule-packs/preview", new { pack = "pack: x\nlegal_basis: y\nunknown: 1\n", year = 2025 });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("pack:3", Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_that_hold_are_listed_with_their_law()
    {
        var packs = await _http.GetFromJsonAsync<JsonElement>("/api/v1/rule-packs");
        var pns = packs[0].GetProperty("requirements").EnumerateArray().First(line => Text(line, "employmentType") == "PNS");
        Assert.Equal(20m, pns.GetProperty("minJp").GetDecimal());
        Assert.NotEmpty(Text(pns, "legalBasis")!);
        Assert.Equal(JsonValueKind.Null, packs[0].GetProperty("forms").EnumerateArray().Single(form => Text(form, "code") == "OJT").GetProperty("national").ValueKind);
    }

    [Fact]
    public async Task The_log_tells_who_looked_at_whom_and_why_by_agency_and_page_by_page()
    {
        await ImportAsync("agencies", AgencyHeader, "PV-L,Badan Log,LEMBAGA,Asia/Jakarta");
        await ImportAsync("people", PeopleHeader, "198501012009011451,Siti Log,PNS,PV-L,Biro,2009-01-01");
        for (var looks = 0; looks < 3; looks++)
            (await _http.PostAsJsonAsync("/api/v1/people/lookup", new { nip = "198501012009011451" })).EnsureSuccessStatusCode();
        using (var officer = await SignedInAsync("pv-log", "PV-L"))
            (await officer.PostAsJsonAsync("/api/v1/people/lookup", new { nip = "198501012009011451" })).EnsureSuccessStatusCode();

        var all = await LogAsync("agency=PV-L");
        Assert.Equal(4, all.GetProperty("reads").GetArrayLength());
        Assert.All(all.GetProperty("reads").EnumerateArray(), line => Assert.Equal(("Siti Log", "PV-L", "lookup"), (Text(line, "personName"), Text(line, "agencyCode"), Text(line, "purpose"))));
        Assert.Equal(("user:pv-log", "Petugas Log"), (Text(all.GetProperty("reads")[0], "caller"), Text(all.GetProperty("reads")[0], "callerName")));

        var first = await LogAsync("agency=PV-L&limit=3");
        var rest = await LogAsync($"agency=PV-L&limit=3&cursor={Text(first, "next")}");
        Assert.Equal((3, 1), (first.GetProperty("reads").GetArrayLength(), rest.GetProperty("reads").GetArrayLength()));
        Assert.Equal(1, (await LogAsync("agency=PV-L&caller=petugas%20LOG")).GetProperty("reads").GetArrayLength());
        Assert.Equal(0, (await LogAsync("agency=PV-L&purpose=transcript")).GetProperty("reads").GetArrayLength());
        Assert.Equal(0, (await LogAsync("agency=PV-L&to=2020-01-01&from=2019-01-01")).GetProperty("reads").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.GetAsync("/api/v1/record-reads?from=2026-02-01&to=2026-01-01")).StatusCode);
    }

    [Fact]
    public async Task The_system_says_how_its_stores_are()
    {
        var system = await _http.GetFromJsonAsync<JsonElement>("/api/v1/system");
        Assert.True(system.GetProperty("stream").GetProperty("isReady").GetBoolean());
        Assert.True(system.GetProperty("store").GetProperty("memoryBytes").GetInt64() > 0);
        Assert.Contains(system.GetProperty("tables").EnumerateArray(), table => Text(table, "name") == "people");
        Assert.InRange(system.GetProperty("disk").GetProperty("freeBytes").GetInt64(), 1, system.GetProperty("disk").GetProperty("totalBytes").GetInt64());
    }

    private async Task<HttpClient> SignedInAsync(string userName, string agencyCode)
    {
        const string Password = "kata-sandi-uji-2026";
        await _http.PostAsJsonAsync("/api/v1/users", new { userName, displayName = "Petugas Log", password = Password, role = "agency", agencyCode });
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = fixture.Lrs.Address };
        client.DefaultRequestHeaders.Add("X-Requested-With", "lrs");
        (await client.PostAsJsonAsync("/api/v1/session", new { userName, password = Password })).EnsureSuccessStatusCode();
        return client;
    }

    private Task<JsonElement> LogAsync(string query) => _http.GetFromJsonAsync<JsonElement>($"/api/v1/record-reads?{query}");

    private async Task<decimal> CountedAsync(string? person) =>
        (await _http.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person}/compliance?year=2025")).GetProperty("countedJp").GetDecimal();

    private Task<JsonElement> TryRulesAsync(string pack) => PostAsync("/api/v1/rule-packs/preview", JsonContent.Create(new { pack, year = 2025, people = 5000 }));

    private Task<JsonElement> SearchAsync(string table, object question) => PostAsync($"/api/v1/registry/{table}/search", JsonContent.Create(question));

    private Task<JsonElement> PreviewAsync(string table, params string[] lines) => PostAsync($"/api/v1/imports/{table}/preview", Csv(lines));

    private Task<JsonElement> ImportAsync(string table, params string[] lines) => PostAsync($"/api/v1/imports/{table}", Csv(lines));

    private async Task<JsonElement> PostAsync(string address, HttpContent content)
    {
        using var answer = await _http.PostAsync(address, content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static StringContent Csv(params string[] lines) => new(string.Join('\n', lines), Encoding.UTF8, "text/csv");

    private static int Number(JsonElement element, string property) => element.GetProperty(property).GetInt32();

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
