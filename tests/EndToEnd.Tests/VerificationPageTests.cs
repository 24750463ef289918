using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Somebody with a printed transcript and no account types its code.</summary>
[Collection(LrsCollection.Name)]
public sealed partial class VerificationPageTests(LrsFixture fixture, PagesBrowser browser)
{
    private const string Nip = "199305052017051005";

    private readonly HttpClient _http = fixture.Lrs.Root;

    [SkippableFact]
    public async Task A_printed_code_shows_whether_the_transcript_is_genuine_and_names_nobody()
    {
        Installed.PdfToText.Require();
        var code = await IssueAsync();

        await using var visit = await Visit.OpenAsync(browser.Require(), fixture.Lrs, "id", 375, "/verify");
        var page = visit.Page;
        await page.Locator("input[name=code]").FillAsync(code.ToLowerInvariant());
        await page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByTestId("verification-genuine")).ToContainTextAsync("M. K.");
        await Assertions.Expect(page.GetByTestId("verification-unchanged")).ToBeVisibleAsync();
        Assert.DoesNotContain("Komang", await page.ContentAsync(), StringComparison.Ordinal);
        await visit.LookAsync("verification");

        await page.Locator("input[name=code]").FillAsync("00000-00000-00000-00000");
        await page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByTestId("verification-unknown")).ToBeVisibleAsync();
    }

    private async Task<string> IssueAsync()
    {
        await ImportAsync("agencies", "agency_code,name,kind,parent_code,province_code,timezone\nVERIFY-1,Badan Verifikasi,LEMBAGA,,,Asia/Makassar");
        await ImportAsync("people",
            "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason\n"
            + $"{Nip},\"Made Komang, S.E.\",PNS,VERIFY-1,Biro,JF,2017-05-01,,,,");
        using var found = await _http.PostAsJsonAsync("/api/v1/people/lookup", new { nip = Nip });
        var person = (await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("personId").GetGuid();
        using var directory = new TestDirectory();
        var file = Path.Combine(directory.Path, "transcript.pdf");
        await File.WriteAllBytesAsync(file, await _http.GetByteArrayAsync($"/api/v1/people/{person}/transcript.pdf?year=2026"));
        return Code().Match(await Installed.PdfToText.RunAsync(file, "-")).Value;
    }

    private async Task ImportAsync(string table, string csv)
    {
        using var response = await _http.PostAsync($"/api/v1/imports/{table}", new StringContent(csv, Encoding.UTF8, "text/csv"));
        response.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}")]
    private static partial Regex Code();
}
