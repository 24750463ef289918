using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>A platform posts, and the hour is on the person's record, in the agency's figures and in its report, without anybody asking.</summary>
[Collection(LrsCollection.Name)]
public sealed class FromStatementToReportTests(LrsFixture fixture)
{
    private readonly NationApi _api = new(fixture.Lrs);

    [Fact]
    public async Task A_completed_course_becomes_a_counted_hour_in_record_agency_and_report()
    {
        var year = DateTime.Parse("2026-03-14", System.Globalization.CultureInfo.InvariantCulture).Year;
        await _api.ImportAsync("agencies", "agency_code,name,kind,parent_code,province_code,timezone", "E2E-1,Badan Uji,LEMBAGA,,,Asia/Jakarta");
        await _api.ImportAsync("activities", "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to",
            "https://lms.example.go.id/course/e2e,\"Kursus \"\"Uji\"\", bagian 1\",lms-uji,KURSUS,10,,NATIONAL,,,");
        var nip = "198501012009011001";
        await _api.ImportAsync("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason",
            $"{nip},=SUM(A1) Siti,PNS,E2E-1,Biro,JF,2009-01-01,,,,");

        await _api.PostAsync(Posted.Statement(actor: Posted.Learner(nip), activity: "https://lms.example.go.id/course/e2e", timestamp: "2026-03-14T03:00:00Z"));

        var person = await _api.LookUpAsync(nip);
        var record = await _api.WaitForAsync($"/api/v1/people/{person}/compliance?year={year}", answer => answer.GetProperty("countedJp").GetDecimal() == 10m);
        Assert.Equal("UNMET", record.GetProperty("status").GetString());
        Assert.Equal("PP 11/2017 Ps 203(4)", record.GetProperty("requirement").GetProperty("rule").GetString());
        var credit = Assert.Single(record.GetProperty("credits").EnumerateArray());
        Assert.Equal("2026-03-14", credit.GetProperty("date").GetString());
        Assert.Equal("KURSUS", credit.GetProperty("form").GetString());

        // A person's record is computed while one waits; an agency's figures are those that the job has stored.
        var agency = await _api.WaitForAsync($"/api/v1/agencies/E2E-1/compliance?year={year}", answer => answer.GetProperty("countedJp").GetDecimal() == 10m);
        Assert.Equal(1, agency.GetProperty("unmet").GetInt32());
        Assert.Equal(10m, agency.GetProperty("countedJp").GetDecimal());

        using var made = await _api.Http.PostAsJsonAsync("/api/v1/reports?wait=true", new { agencyCode = "E2E-1", year });
        made.EnsureSuccessStatusCode();
        var report = Assert.Single((await _api.Http.GetFromJsonAsync<JsonElement>($"/api/v1/reports?agency=E2E-1&year={year}")).EnumerateArray());
        var csv = await _api.Http.GetByteArrayAsync($"/api/v1/reports/{report.GetProperty("id").GetString()}/file");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        var text = Encoding.UTF8.GetString(csv);
        Assert.Contains("20,10,10,10,10,UNMET", text, StringComparison.Ordinal);
        Assert.Contains("'=SUM(A1) Siti", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_completed_in_Moodle_becomes_counted_hours_once_learner_and_activity_are_known()
    {
        var json = await File.ReadAllTextAsync(Path.Combine(
            AppContext.BaseDirectory, "Fixtures", "moodle-logstore-xapi", "core__course_module_completion_update__completing_existing_module.json"));
        await _api.PostAsync(json);

        await _api.ImportAsync("agencies", "agency_code,name,kind,parent_code,province_code,timezone", "E2E-2,Badan Moodle,LEMBAGA,,,Asia/Makassar");
        await _api.ImportAsync("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason",
            "199001012015012002,Wayan,PNS,E2E-2,,,2015-01-01,,,,");
        await _api.ImportAsync("identifiers", "ifi_kind,ifi_value,nip,valid_from,valid_to", "account,http://www.example.org|1,199001012015012002,,");
        await _api.ImportAsync("activities", "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to",
            "http://www.example.org/mod/book/view.php?id=1,Buku,moodle,KURSUS,4,,NATIONAL,,,");

        var record = await _api.WaitForAsync(
            $"/api/v1/people/{await _api.LookUpAsync("199001012015012002")}/compliance", answer => answer.GetProperty("countedJp").GetDecimal() == 4m);
        Assert.Equal("E2E-2", record.GetProperty("agencyCode").GetString());
    }
}
