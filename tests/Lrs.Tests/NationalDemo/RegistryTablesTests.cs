using Samples.Registry;

namespace Lrs.Tests.NationalDemo;

public sealed class RegistryTablesTests(SmallNation small) : IClassFixture<SmallNation>
{
    private static readonly string[] Forms =
    [
        "STRUCTURAL", "FUNCTIONAL", "TECHNICAL", "WORKSHOP", "MANAGERIAL", "SOCIOCULT", "SOSIALISASI", "BIMTEK", "SEMINAR", "MAGANG",
        "KURSUS", "PENATARAN", "COACHING", "MENTORING", "ELEARNING", "PJJ", "DETASERING", "OUTBOUND", "BENCHMARK", "EXCHANGE",
        "SELF_LEARN", "COP", "OJT", "OTHER_CLASS", "OTHER_NON", "TUGAS_BELAJAR", "IZIN_BELAJAR",
    ];

    [Theory]
    [InlineData("agencies", "agency_code,name,kind,parent_code,province_code,timezone")]
    [InlineData("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason")]
    [InlineData("identifiers", "ifi_kind,ifi_value,nip,valid_from,valid_to")]
    [InlineData("activities", "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to")]
    [InlineData("competencies", "code,family,name")]
    public void A_table_has_the_columns_of_its_import_in_every_row(string import, string header)
    {
        var table = Table(import);
        Assert.Equal(header, table.Header);
        Assert.NotEmpty(table.Rows);
        var columns = header.Count(character => character == ',') + 1;
        Assert.All(table.Rows, row => Assert.Equal(columns, Fields(row).Count));
    }

    [Fact]
    public void What_a_row_refers_to_stands_in_an_earlier_table_or_row()
    {
        var agencies = new HashSet<string> { "" };
        foreach (var row in Table("agencies").Rows.Select(Fields))
        {
            Assert.Contains(row[3], agencies);
            agencies.Add(row[0]);
        }
        var competencies = Table("competencies").Rows.Select(row => Fields(row)[0]).ToHashSet();
        Assert.All(Table("people").Rows, row => Assert.Contains(Fields(row)[3], agencies));
        Assert.All(
            Table("activities").Rows.SelectMany(row => Fields(row)[7].Split(';', StringSplitOptions.RemoveEmptyEntries)),
            code => Assert.Contains(code, competencies));
        Assert.Superset(new HashSet<string> { "GEN.DIGLIT", "GEN.DATA", "GEN.CYBER", "GEN.PROBSOLV" }, competencies);
    }

    [Fact]
    public void Agencies_are_of_every_kind_in_every_time_zone()
    {
        var rows = Table("agencies").Rows.Select(Fields).ToList();
        Assert.InRange(rows.Count, 38, 45);
        Assert.Equal(["KABUPATEN", "KEMENTERIAN", "KOTA", "LEMBAGA", "PROVINSI"], rows.Select(row => row[2]).Distinct().Order());
        Assert.Equal(["Asia/Jakarta", "Asia/Jayapura", "Asia/Makassar", "Asia/Pontianak"], rows.Select(row => row[5]).Distinct().Order());
        Assert.All(rows, row => Assert.Matches("^[1-9][0-9]$", row[4]));
        Assert.Contains(rows, row => row[0] == "BMKG");
    }

    [Fact]
    public void The_catalogue_knows_its_forms_and_both_levels()
    {
        var rows = Table("activities").Rows.Select(Fields).ToList();
        Assert.InRange(rows.Count, 55, 80);
        Assert.All(rows, row => Assert.Contains(row[3], Forms));
        Assert.InRange(rows.Select(row => row[3]).Distinct().Count(), 15, Forms.Length);
        Assert.Equal(["INTERNATIONAL", "NATIONAL"], rows.Select(row => row[6]).Distinct().Order());
        Assert.Equal(rows.Count, rows.Select(row => row[0]).Distinct().Count());
    }

    [Fact]
    public void An_identifier_means_one_person()
    {
        var rows = Table("identifiers").Rows.Select(Fields).ToList();
        Assert.Equal(rows.Count, rows.Select(row => (row[0], row[1])).Distinct().Count());
        Assert.Equal(["account", "mbox", "mbox_sha1sum", "openid"], rows.Select(row => row[0]).Distinct().Order());
    }

    [Fact]
    public void A_person_who_moved_has_two_rows_that_do_not_overlap()
    {
        var moved = small.Nation.People.First(person => person.Move is not null);
        var rows = Table("people").Rows.Select(Fields).Where(row => row[0] == moved.Nip).ToList();
        Assert.Equal(2, rows.Count);
        Assert.True(string.CompareOrdinal(rows[0][7], rows[1][6]) < 0);
        Assert.NotEqual(rows[0][3], rows[1][3]);
    }

    [Fact]
    public void A_field_with_a_comma_or_a_quote_is_quoted()
    {
        Assert.Equal("a,\"Dewi, S.E.\",\"say \"\"yes\"\"\",", CsvTable.Row("a", "Dewi, S.E.", "say \"yes\"", null));
    }

    private CsvTable Table(string import) => RegistryTables.Of(small.Nation).Single(table => table.Import == import);

    /// <summary>Splits at commas outside quotes: enough for what the demo writes, which has no quotes within.</summary>
    private static List<string> Fields(string row)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var character in row)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == ',' && !quoted)
                fields.Add("");
            else
                fields[^1] += character;
        }
        return fields;
    }
}
