using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>What is downloaded, opened by programs that people have, says what the API says.</summary>
[Collection(LrsCollection.Name)]
public sealed class ReportsInEveryFormatTests(LrsFixture fixture) : IAsyncLifetime
{
    private const string Agency = "FORMATS-1";
    private const string Platform = "lms-f";
    private const string People = "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason";

    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly TestDirectory _directory = new();

    public async Task InitializeAsync()
    {
        await ImportAsync("agencies", "agency_code,name,kind,parent_code,province_code,timezone", $"{Agency},Badan Format,LEMBAGA,,,Asia/Jakarta");
        await ImportAsync("competencies", "code,family,name", "GEN.DATA,GENERIK,Analisis data");
        await ImportAsync("activities", "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to",
            "https://lms.example.go.id/f1,Kursus Format,lms-f,KURSUS,20,,NATIONAL,GEN.DATA,,", "https://lms.example.go.id/f2,Bimtek Format,lms-f,BIMTEK,9,,INTERNATIONAL,,,");
        await ImportAsync("people", People, Enumerable.Range(1, 7).Select(i =>
            $"19880101201001100{i},Pegawai {i},{(i == 7 ? "CPNS" : "PNS")},{Agency},Biro {i % 2},JF,2010-01-01,,,,{(i == 6 ? "tugas belajar" : "")}").ToArray());
        var statements = string.Join(',', Enumerable.Range(1, 4).Select(i => Posted.Statement(
            $"0f0f0f0f-0000-4000-8000-00000000000{i}", Posted.Learner($"19880101201001100{i}"),
            activity: $"https://lms.example.go.id/f{(i < 3 ? 1 : 2)}", timestamp: $"2026-0{i}-10T03:00:00Z")));
        using var answer = await _http.PostAsJsonAsync("/api/v1/credentials", new { provider = Platform });
        var credential = await answer.Content.ReadFromJsonAsync<JsonElement>();
        using var platform = fixture.Lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
        using var posted = await platform.PostAsync("/xapi/statements", new StringContent($"[{statements}]", Encoding.UTF8, "application/json"));
        posted.EnsureSuccessStatusCode();
        using var computed = await _http.PostAsync("/api/v1/jobs/compute-compliance/runs?wait=true", null);
        computed.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task A_workbook_and_a_csv_hold_the_figures_of_the_api()
    {
        Installed.LibreOffice.Require();
        var api = await _http.GetFromJsonAsync<JsonElement>($"/api/v1/agencies/{Agency}/compliance?year=2026");
        Assert.Equal((7, 2, 3), (api.GetProperty("people").GetInt32(), api.GetProperty("met").GetInt32(), api.GetProperty("unmet").GetInt32()));
        var sheets = await Spreadsheet.ReadAsync(await DownloadAsync(new { agencyCode = Agency, year = 2026, format = "xlsx" }));
        var figures = sheets["Ringkasan"];
        foreach (var (title, name) in (ValueTuple<string, string>[])[("Pegawai", "people"), ("Memenuhi", "met"), ("Belum memenuhi", "unmet"),
            ("Dikecualikan", "exempt"), ("Tidak diwajibkan", "notRequired"), ("JP dihitung", "countedJp"), ("Rata-rata JP per pegawai", "meanJp")])
            Assert.Equal(api.GetProperty(name).GetDecimal(), Number(Assert.Single(figures, row => row[0] == title)[1]));
        foreach (var form in api.GetProperty("byForm").EnumerateArray())
            Assert.Contains(sheets["Menurut bentuk pembelajaran"], row => row[^1].Length > 0 && row[^1] != "JP dihitung" && Number(row[^1]) == form.GetProperty("countedJp").GetDecimal());
        var people = sheets["Pegawai"];
        Assert.Equal(9, people.Count);
        Assert.Equal(api.GetProperty("countedJp").GetDecimal(), Number(people[^1][8]));
        Assert.Equal(["198801012010011005", "198801012010011004", "198801012010011003"],
            sheets["Pegawai yang belum memenuhi"][1..^1].Select(row => row[0]).OrderDescending());

        var csv = Assert.Single(await Spreadsheet.ReadAsync(await DownloadAsync(new { agencyCode = Agency, year = 2026 }))).Value;
        Assert.Equal(people[1..^1].Select(row => (row[0], row[8])), csv[1..].Select(row => (row[0].Trim(), row[8])));
    }

    [SkippableFact]
    public async Task A_printed_report_holds_the_figures_of_the_api()
    {
        Installed.PdfToText.Require();
        var api = await _http.GetFromJsonAsync<JsonElement>($"/api/v1/agencies/{Agency}/compliance?year=2026");
        var text = await Installed.PdfToText.RunAsync("-layout", await DownloadAsync(new { agencyCode = Agency, year = 2026, format = "pdf" }), "-");
        foreach (var (title, name) in (ValueTuple<string, string>[])[("Wajib memenuhi minimum", ""), ("JP dihitung", "countedJp"), ("Rata-rata JP per pegawai", "meanJp")])
        {
            var shown = name.Length == 0 ? "5" : api.GetProperty(name).GetDecimal().ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
            Assert.Matches($@"{title}\s+{shown}\s", text);
        }

        Assert.Contains("Badan Format", text, StringComparison.Ordinal);
        Assert.Contains("198801012010011005", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_nation_and_a_platforms_delivery_hold_what_the_stores_hold()
    {
        Installed.LibreOffice.Require();
        var agencies = (await Spreadsheet.ReadAsync(await DownloadAsync(new { year = 2026, kind = "nation", format = "xlsx" })))["Menurut instansi"];
        var own = Assert.Single(agencies, row => row[0] == Agency);
        Assert.Equal(("Badan Format", "7", "2", "3"), (own[1], own[2], own[3], own[4]));

        var delivery = await Spreadsheet.ReadAsync(await DownloadAsync(new { year = 2026, kind = "delivery", provider = Platform, format = "xlsx" }));
        Assert.Equal("4", Assert.Single(delivery["Ringkasan"], row => row[0] == "Kegiatan yang diterima")[1]);
        Assert.Equal(["Kursus Format", "Bimtek Format"], delivery["Kegiatan"][1..^1].Select(row => row[1]));
        Assert.Equal(("4", 61.6m), (delivery["Kegiatan"][^1][3], Number(delivery["Kegiatan"][^1][8])));
        Assert.Equal(["Januari", "Februari", "Maret", "April"], delivery["Menurut bulan"][1..^1].Select(row => row[0]));
    }

    private async Task<string> DownloadAsync(object order)
    {
        using var made = await _http.PostAsJsonAsync("/api/v1/reports?wait=true", order);
        Assert.Equal("succeeded", (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString());
        var newest = (await _http.GetFromJsonAsync<JsonElement>("/api/v1/reports?year=2026"))[0];
        var file = Path.Combine(_directory.Path, newest.GetProperty("fileName").GetString()!);
        await File.WriteAllBytesAsync(file, await _http.GetByteArrayAsync($"/api/v1/reports/{newest.GetProperty("id")}/file"));
        return file;
    }

    private static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private async Task ImportAsync(string table, string header, params string[] rows)
    {
        using var content = new StringContent(string.Join('\n', [header, .. rows]), Encoding.UTF8, "text/csv");
        using var response = await _http.PostAsync($"/api/v1/imports/{table}", content);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.GetProperty("accepted").GetInt32() == rows.Length, answer.ToString());
    }
}
