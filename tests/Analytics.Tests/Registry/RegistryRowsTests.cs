using Analytics.Registry;
using Testing;

namespace Analytics.Tests.Registry;

[Collection(ClickHouseFixture.Collection)]
public sealed class RegistryRowsTests(ClickHouseFixture clickHouse)
{
    [Theory]
    [InlineData("mbox", "mailto:a@b.id", "mailto:a@b.id")]
    [InlineData("mbox", "mailto:Budi@Instansi.GO.id", "mailto:Budi@instansi.go.id")]
    [InlineData("mbox", "a@b.id", null)]
    [InlineData("mbox_sha1sum", "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9", "sha1:ebd31e95054c018b10727ccffd2ef2ec3a016ee9")]
    [InlineData("mbox_sha1sum", "ebd31e95", null)]
    [InlineData("openid", "https://siti.example.id/", "openid:https://siti.example.id/")]
    [InlineData("openid", "siti.example.id", null)]
    [InlineData("account", "https://lms.example.id|siti|2", "account:https://lms.example.id|siti|2")]
    [InlineData("account", "https://lms.example.id|", null)]
    [InlineData("account", "siti", null)]
    public async Task An_identifier_is_kept_as_statements_name_it(string kind, string value, string? expected)
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);

        var outcome = await registry.ImportAsync(RegistryTable.Identifiers, $"ifi_kind,ifi_value,nip\n{kind},{value},{RegistryUnderTest.Nip1}");

        Assert.Equal(expected is null ? [] : [expected], await registry.TextsAsync("SELECT ifi AS text FROM identifiers"));
        Assert.Equal(expected is null ? ["ifi_value"] : [], outcome.Rejected.Select(rejection => rejection.Column));
    }

    [Theory]
    [InlineData("https://x/1,T,ELEARNING,,,,", null)]
    [InlineData("https://x/1,T,ELEARNING,0,1.25,INTERNATIONAL,GEN.DATA", null)]
    [InlineData("https://x/1,T,ELEARNING,,,,GEN.DATA; GEN.CYBER ;", null)]
    [InlineData("https://x/1,T,ELEARNING,,,,GEN.PROBSOLV", null)]
    [InlineData("x/1,T,ELEARNING,,,,", "activity_iri")]
    [InlineData("https://x/1,T,DARING,,,,", "form")]
    [InlineData("https://x/1,T,ELEARNING,-1,,,", "jp")]
    [InlineData("https://x/1,T,ELEARNING,\"2,5\",,,", "jp")]
    [InlineData("https://x/1,T,ELEARNING,,1.234,,", "units")]
    [InlineData("https://x/1,T,ELEARNING,,,LOCAL,", "level")]
    [InlineData("https://x/1,T,ELEARNING,,,,GEN.OTHER", "competencies")]
    public async Task An_activity_is_checked_column_by_column(string fields, string? column)
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.Competencies, "code,family,name\nGEN.DATA,generik,Data\nGEN.CYBER,generik,Siber");

        var outcome = await registry.ImportAsync(RegistryTable.Activities, $"activity_iri,title,form,jp,units,level,competencies\n{fields}");

        Assert.Equal(column is null ? [] : [column], outcome.Rejected.Select(rejection => rejection.Column));
    }

    [Fact]
    public async Task An_activity_is_stored_as_it_was_read()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.Competencies, "code,family,name\nGEN.DATA,generik,Data\nGEN.CYBER,generik,Siber");

        await registry.ImportAsync(RegistryTable.Activities, """
            activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to
            https://x/1,T,p,WORKSHOP,10.25,2,,GEN.DATA;GEN.CYBER;GEN.DATA,1999-01-01,2299-12-31
            """);

        Assert.Equal(
            ["('https://x/1','T','p','WORKSHOP',10.25,2,'NATIONAL',['GEN.DATA','GEN.CYBER'],'1999-01-01','2299-12-31')"],
            await registry.TextsAsync(
                "SELECT toString((activity_iri, title, provider, form, jp, units, level, competencies, valid_from, valid_to)) AS text FROM activities"));
    }

    [Theory]
    [InlineData("KEMENTRIAN", "Asia/Jakarta", "kind")]
    [InlineData("KOTA", "WIB", "timezone")]
    [InlineData("KOTA", "UTC+7", "timezone")]
    [InlineData("KOTA", "", "timezone")]
    public async Task An_agency_needs_a_known_kind_and_time_zone(string kind, string zone, string column)
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);

        var outcome = await registry.ImportAsync(RegistryTable.Agencies, $"agency_code,name,kind,timezone\nC,Kota C,{kind},{zone}");

        Assert.Equal([column], outcome.Rejected.Select(rejection => rejection.Column));
    }
}
