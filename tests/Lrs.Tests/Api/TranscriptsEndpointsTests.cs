using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics;
using Analytics.Relational;
using Microsoft.Extensions.Options;
using Testing;

namespace Lrs.Tests.Api;

[Collection(LrsCollection.Name)]
public sealed partial class TranscriptsEndpointsTests(LrsFixture fixture) : IAsyncLifetime
{
    private const string Agency = "TRANSCRIPT-1";
    private const string Nip = "199203032016031003";

    private readonly HttpClient _http = fixture.Lrs.Root;
    private Guid _person;

    public async Task InitializeAsync()
    {
        await ImportAsync("agencies", "agency_code,name,kind,parent_code,province_code,timezone", $"{Agency},Badan Transkrip,LEMBAGA,,,Asia/Jakarta");
        await ImportAsync("activities", "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to",
            "https://lms.example.go.id/t1,Keamanan Siber,lms-t,ELEARNING,10,,NATIONAL,,,", "https://lms.example.go.id/t2,Kursus Hukum,lms-t,KURSUS,6,,NATIONAL,,,");
        await ImportAsync("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason",
            $"{Nip},\"Wayan Sutama, S.H.\",PNS,{Agency},Biro,JF,2016-03-01,,,,");
        await PostAsync("0c0c0c0c-0000-4000-8000-000000000001", "https://lms.example.go.id/t1", "2025-02-10T03:00:00Z");
        await PostAsync("0c0c0c0c-0000-4000-8000-000000000002", "https://lms.example.go.id/t1", "2025-02-11T03:00:00Z");
        using var computed = await _http.PostAsync("/api/v1/jobs/compute-compliance/runs?wait=true", null);
        using var found = await _http.PostAsJsonAsync("/api/v1/people/lookup", new { nip = Nip });
        _person = (await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("personId").GetGuid();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_credit_is_there_with_each_cut_in_a_sentence_and_its_law()
    {
        var transcript = await _http.GetFromJsonAsync<JsonElement>($"/api/v1/people/{_person}/transcript?year=2025");
        var compliance = await _http.GetFromJsonAsync<JsonElement>($"/api/v1/people/{_person}/compliance?year=2025");
        Assert.Equal(compliance.GetProperty("countedJp").GetDecimal(), transcript.GetProperty("countedJp").GetDecimal());
        var credits = transcript.GetProperty("credits").EnumerateArray().Where(credit => credit.GetProperty("title").GetString() == "Keamanan Siber").ToList();
        Assert.Equal([true, false], credits.Select(credit => credit.GetProperty("counts").GetBoolean()));
        Assert.Equal(["jp_per_day", "duplicate"], credits.Select(credit => credit.GetProperty("reductions")[0].GetProperty("rule").GetString()));
        var cut = credits[0].GetProperty("reductions")[0];
        Assert.Contains("paling banyak 3 JP per hari", cut.GetProperty("sentence").GetProperty("id").GetString());
        Assert.Contains("at most 3 JP", cut.GetProperty("sentence").GetProperty("en").GetString());
        Assert.Contains("10/2018", cut.GetProperty("legalBasis").GetProperty("id").GetString());
    }

    [SkippableFact]
    public async Task A_printed_transcript_is_verified_by_anybody_and_stops_being_current_when_figures_change()
    {
        Installed.PdfToText.Require();
        using var answer = await _http.GetAsync($"/api/v1/people/{_person}/transcript.pdf?year=2025");
        var pdf = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("transkrip-Wayan-Sutama-2025.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        var text = await TextOfAsync(pdf);
        Assert.Contains("Wayan Sutama, S.H.", text, StringComparison.Ordinal);
        Assert.Contains("paling banyak 3 JP per hari", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain(Nip, text, StringComparison.Ordinal);

        using var anybody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        var code = Code().Match(text).Value;
        var typed = code.ToLowerInvariant().Replace("-", "");
        var raw = await anybody.GetStringAsync($"/api/v1/verifications/{typed}");
        Assert.DoesNotContain("Wayan", raw, StringComparison.Ordinal);
        Assert.DoesNotContain(Nip, raw, StringComparison.Ordinal);
        var verification = JsonSerializer.Deserialize<JsonElement>(raw);
        Assert.Equal((code, "W. S.", "Badan Transkrip", true), (verification.GetProperty("code").GetString(),
            verification.GetProperty("initials").GetString(), verification.GetProperty("agencyName").GetString(), verification.GetProperty("unchanged").GetBoolean()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), verification.GetProperty("pdfSha256").GetString());
        Assert.Equal(["printed transcript", "verification"], (await ReadsAsync()).Where(purpose => purpose is "printed transcript" or "verification").Distinct().Order());

        await PostAsync("0c0c0c0c-0000-4000-8000-000000000003", "https://lms.example.go.id/t2", "2025-03-10T03:00:00Z");
        using var computed = await _http.PostAsync("/api/v1/jobs/compute-compliance/runs?wait=true", null);
        verification = await anybody.GetFromJsonAsync<JsonElement>($"/api/v1/verifications/{code}");
        Assert.False(verification.GetProperty("unchanged").GetBoolean());
    }

    [Theory]
    [InlineData("00000-00000-00000-00000")]
    [InlineData("short")]
    [InlineData("%2e%2e")]
    public async Task A_code_that_was_never_issued_is_unknown(string code)
    {
        using var anybody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/api/v1/verifications/{code}")).StatusCode);
    }

    [Fact]
    public async Task A_person_of_another_agency_is_as_unknown_as_nobody()
    {
        await _http.PostAsJsonAsync("/api/v1/users", new { userName = "transcript-other", displayName = "x", password = "kata-sandi-uji-2026", role = "agency", agencyCode = "OTHER" });
        using var other = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = fixture.Lrs.Address };
        (await other.PostAsJsonAsync("/api/v1/session", new { userName = "transcript-other", password = "kata-sandi-uji-2026" })).EnsureSuccessStatusCode();
        foreach (var person in (Guid[])[_person, Guid.NewGuid()])
            foreach (var form in (string[])["transcript", "transcript.pdf"])
                Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/people/{person}/{form}?year=2025")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.GetAsync($"/api/v1/people/{_person}/transcript.pdf?year=1")).StatusCode);
    }

    private async Task<IReadOnlyList<string>> ReadsAsync()
    {
        using var store = new RelationalStore(Options.Create(new DataOptions { Directory = fixture.Lrs.DataDirectory }), TimeProvider.System);
        return await store.ReadAsync<string>("SELECT purpose FROM record_reads WHERE person_id = @person", new { person = _person }, default);
    }

    private static async Task<string> TextOfAsync(byte[] pdf)
    {
        using var directory = new TestDirectory();
        var file = Path.Combine(directory.Path, "transcript.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        return await Installed.PdfToText.RunAsync(file, "-");
    }

    private async Task ImportAsync(string table, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "text/csv");
        using var response = await _http.PostAsync($"/api/v1/imports/{table}", content);
        response.EnsureSuccessStatusCode();
    }

    // Under the same id in each test: what is there already is left as it was.
    private async Task PostAsync(string id, string activity, string timestamp)
    {
        var statement = Posted.Statement(id, Posted.Learner(Nip), activity: activity, timestamp: timestamp);
        using var posted = await _http.PostAsync("/xapi/statements", new StringContent(statement, Encoding.UTF8, "application/json"));
        posted.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}")]
    private static partial Regex Code();
}
