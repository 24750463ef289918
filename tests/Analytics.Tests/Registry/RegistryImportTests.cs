using System.Globalization;
using System.Text;
using Analytics.Registry;
using Testing;

namespace Analytics.Tests.Registry;

[Collection(ClickHouseFixture.Collection)]
public sealed class RegistryImportTests(ClickHouseFixture clickHouse)
{
    private const string PeopleHeader = "nip,name,employment_type,agency_code,employed_from,employed_to";

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_requests_nothing()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.Competencies, "code,family,name\nGEN.DATA,generik,Data\nGEN.CYBER,generik,Siber");
        (RegistryTable Table, string Csv)[] files =
        [
            (RegistryTable.Agencies, "agency_code,name,kind,parent_code,province_code,timezone\nA,Kementerian A,KEMENTERIAN,,31,Asia/Jakarta"),
            (RegistryTable.People, $"nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason\n{RegistryUnderTest.Nip1},Siti,PPPK,A,U,JF,2020-01-01,,2020-01-01,2026-12-31,\n"),
            (RegistryTable.Identifiers, $"ifi_kind,ifi_value,nip,valid_from,valid_to\nmbox,mailto:a@b.id,{RegistryUnderTest.Nip1},,2026-12-31"),
            (RegistryTable.Activities, "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to\nhttps://x/1,T,p,ELEARNING,10.5,,,GEN.DATA;GEN.CYBER,,"),
            (RegistryTable.Competencies, "code,family,name\nGEN.DATA,generik,Data"),
        ];
        foreach (var (table, csv) in files)
            await registry.ImportAsync(table, csv);
        await registry.TakeRequestsAsync();

        foreach (var (table, csv) in files)
        {
            var again = await registry.ImportAsync(table, csv);
            Assert.Equal((1, 0, 0), (again.Accepted, again.Changed, again.RejectedCount));
        }

        Assert.Empty(await registry.TakeRequestsAsync());
        Assert.Equal(["1", "1", "1"], await registry.TextsAsync(
            "SELECT toString(c) AS text FROM (SELECT count() AS c FROM people UNION ALL SELECT count() FROM identifiers UNION ALL SELECT count() FROM activities)"));
    }

    [Fact]
    public async Task Keeps_good_rows_and_names_bad_ones_by_line_and_column()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);

        var outcome = await registry.ImportAsync(RegistryTable.People, $"""
            {PeopleHeader}
            {RegistryUnderTest.Nip1},Siti,PNS,A,2020-01-01,
            19850101,Budi,PNS,A,,

            {RegistryUnderTest.Nip2},"Two
            lines",PNS,A,,
            {RegistryUnderTest.Nip2},Budi,HONORER,A,,
            {RegistryUnderTest.Nip2},Budi,PNS,Z,,
            {RegistryUnderTest.Nip2},Budi,PNS,A,2020-02-30,
            {RegistryUnderTest.Nip2},Budi,PNS,A,2020-02-01,2020-01-31
            {RegistryUnderTest.Nip2},,PNS,A,,
            {RegistryUnderTest.Nip2},Budi,PNS
            {RegistryUnderTest.Nip2},Bu"di,PNS,A,,
            209001012010011001,Budi,PNS,A,,
            198513012010011001,Budi,PNS,A,,
            """);

        Assert.Equal(2, outcome.Accepted);
        Assert.Equal(
            [(3L, "nip"), (7, "employment_type"), (8, "agency_code"), (9, "employed_from"), (10, "employed_to"), (11, "name"), (12, null), (13, null), (14, "nip"), (15, "nip")],
            outcome.Rejected.Select(rejection => (rejection.Line, rejection.Column)));
        Assert.Equal(["Siti", "Two\nlines"], await registry.TextsAsync("SELECT name AS text FROM people FINAL ORDER BY text"));
    }

    [Fact]
    public async Task A_rejection_never_repeats_what_stands_in_the_file()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);

        var outcome = await registry.ImportAsync(RegistryTable.People, $"{PeopleHeader}\n1985,Siti,SECRET,SECRET,SECRET,SECRET\n{RegistryUnderTest.Nip1},SECRET,PNS,SECRET,,");
        var header = await registry.HeaderFaultAsync(RegistryTable.People, $"{RegistryUnderTest.Nip1},SECRET,PNS,A,,");

        Assert.All(outcome.Rejected.Select(rejection => rejection.Reason).Append(header), reason =>
        {
            Assert.DoesNotContain("SECRET", reason, StringComparison.Ordinal);
            Assert.DoesNotContain("1985", reason, StringComparison.Ordinal);
        });
        Assert.Equal(2, outcome.Rejected.Count);
    }

    [Theory]
    [InlineData("nip,name,employment_type", "agency_code")]
    [InlineData("nip,name,employment_type,agency_code,nip", "nip")]
    [InlineData("nip;name;employment_type;agency_code", "comma")]
    [InlineData("nip,name,employment_type,agency_code,salary", "Column 5")]
    [InlineData("", "nip")]
    public async Task Refuses_a_header_that_cannot_be_used(string header, string told)
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);

        Assert.Contains(told, await registry.HeaderFaultAsync(RegistryTable.People, header), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_quotes_CRLF_a_byte_order_mark_and_columns_in_any_order()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        var csv = "\uFEFFAGENCY_CODE, name ,nip,employment_type\r\nA,\"Siti, \"\"Ani\"\" Ç\",\"" + RegistryUnderTest.Nip1 + "\",PNS\r\nB,Budi,19,PNS\r\n";

        var outcome = await registry.ImportAsync(RegistryTable.People, csv);

        Assert.Equal(["Siti, \"Ani\" Ç"], await registry.TextsAsync("SELECT name AS text FROM people"));
        Assert.Equal([(3L, "nip")], outcome.Rejected.Select(rejection => (rejection.Line, rejection.Column)));
    }

    [Fact]
    public async Task Rejects_a_row_that_is_not_UTF_8()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        var csv = Encoding.Latin1.GetBytes($"{PeopleHeader}\n{RegistryUnderTest.Nip1},José,PNS,A,,\n{RegistryUnderTest.Nip2},Budi,PNS,A,,");

        var outcome = await registry.ImportAsync(RegistryTable.People, csv);

        Assert.Equal(1, outcome.Accepted);
        Assert.Equal([(2L, "name")], outcome.Rejected.Select(rejection => (rejection.Line, rejection.Column)));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_loses_no_row_before_it_and_is_named()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        var rest = string.Concat(Enumerable.Repeat($"{RegistryUnderTest.Nip2},Budi,PNS,A,,\n", 100_000));

        var outcome = await registry.ImportAsync(RegistryTable.People, $"{PeopleHeader}\n{RegistryUnderTest.Nip1},Siti,PNS,A,,\n{RegistryUnderTest.Nip2},\"Budi,PNS,A,,\n{rest}");

        Assert.Equal(1, outcome.Accepted);
        Assert.Equal([(3L, (string?)null)], outcome.Rejected.Select(rejection => (rejection.Line, rejection.Column)));
    }

    [Fact]
    public async Task Of_a_key_twice_the_last_row_wins_within_a_chunk_and_across_chunks()
    {
        foreach (var chunkRows in (int[])[1, 2, 100])
        {
            var registry = await RegistryUnderTest.CreateAsync(clickHouse, new ImportOptions { ChunkRows = chunkRows });
            string Row(string name) => $"{RegistryUnderTest.Nip1},{name},PNS,A,2020-01-01,\n";

            var outcome = await registry.ImportAsync(RegistryTable.People, $"{PeopleHeader}\n{Row("a")}{Row("c")}{Row("b")}{Row("a")}{Row("d")}");

            Assert.Equal(5, outcome.Accepted);
            Assert.Equal(["d"], await registry.TextsAsync("SELECT name AS text FROM people FINAL"));
        }
    }

    [Fact]
    public async Task Keeps_each_spell_of_employment_and_replaces_the_one_that_changed()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.People, $"{PeopleHeader}\n{RegistryUnderTest.Nip1},Siti,PNS,A,,");

        await registry.ImportAsync(RegistryTable.People, $"{PeopleHeader}\n{RegistryUnderTest.Nip1},Siti,PNS,A,,2025-12-31\n{RegistryUnderTest.Nip1},Siti,PNS,B,2026-01-01,");

        Assert.Equal(["A to 2025-12-31", "B to -"], await registry.TextsAsync(
            "SELECT concat(agency_code, ' to ', ifNull(toString(employed_to), '-')) AS text FROM people FINAL ORDER BY text"));
    }

    [Fact]
    public async Task Ten_thousand_rows_come_in_and_beyond_the_limit_everybody_is_requested_once_a_chunk()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse, new ImportOptions { ChunkRows = 1_000, MaxSingleRequests = 2_000, MaxReportedRejections = 3 });
        var csv = new StringBuilder(PeopleHeader + "\n");
        for (var i = 0; i < 10_000; i++)
            csv.Append(CultureInfo.InvariantCulture, $"19850101201001{i:0000},Nama {i},PNS,A,2010-01-01,\n");
        for (var i = 0; i < 5; i++)
            csv.Append(",,,,,\n");

        var outcome = await registry.ImportAsync(RegistryTable.People, csv.ToString());

        Assert.Equal((10_000, 10_000, 5, 3), (outcome.Accepted, outcome.Changed, outcome.RejectedCount, outcome.Rejected.Count));
        Assert.Equal(["10000"], await registry.TextsAsync("SELECT toString(uniqExact(person_id)) AS text FROM people FINAL"));
        Assert.Equal(["everyone 16", "person 4000"], await registry.TextsAsync(
            "SELECT concat(kind, ' ', toString(count())) AS text FROM compute_requests GROUP BY kind ORDER BY text"));
    }
}
