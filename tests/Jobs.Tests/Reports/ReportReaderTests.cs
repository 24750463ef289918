using Analytics.ClickHouse;
using Jobs.Reports;
using Testing;

namespace Jobs.Tests.Reports;

[Collection(ClickHouseFixture.Collection)]
public sealed class ReportReaderTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task Reads_everyone_of_the_agency_in_that_year_by_unit_and_name()
    {
        var store = await clickHouse.CreateDatabaseAsync();
        var (siti, budi, elsewhere) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await AddPersonAsync(store, siti, "1", "Siti", "4001", "Biro B", "2020-01-01");
        await AddPersonAsync(store, budi, "2", "Budi", "4001", "Biro A", "2020-01-01", exemptReason: "tugas belajar");
        await AddPersonAsync(store, elsewhere, "3", "Wati", "4002", "Biro A", "2020-01-01");
        await AddYearAsync(store, siti, "4001", 2026, "UNMET", minJp: 20, countedJp: 12.5m, missingJp: 7.5m);
        await AddYearAsync(store, siti, "4001", 2025, "MET", minJp: 20, countedJp: 20, missingJp: 0);
        await AddYearAsync(store, budi, "4001", 2026, "EXEMPT", minJp: null, countedJp: 0, missingJp: 0);
        await AddYearAsync(store, elsewhere, "4002", 2026, "UNMET", minJp: 20, countedJp: 0, missingJp: 20);

        var people = await new ReportReader(store).PeopleAsync("4001", 2026, false, default).ToListAsync();

        Assert.Equal(
            [
                new ReportPerson
                {
                    Nip = "2", Name = "Budi", EmploymentType = "PNS", Unit = "Biro A", PositionGroup = "JF", Status = "EXEMPT", ExemptReason = "tugas belajar",
                    ClaimedJp = 1, ConvertedJp = 0,
                },
                new ReportPerson
                {
                    Nip = "1", Name = "Siti", EmploymentType = "PNS", Unit = "Biro B", PositionGroup = "JF", Status = "UNMET", MinJp = 20,
                    ClaimedJp = 13.5m, ConvertedJp = 12.5m, CountedJp = 12.5m, MissingJp = 7.5m,
                },
            ],
            people);
    }

    [Fact]
    public async Task Who_has_gone_to_another_agency_since_stands_in_the_old_report_with_the_unit_of_then()
    {
        var store = await clickHouse.CreateDatabaseAsync();
        var siti = Guid.NewGuid();
        await AddPersonAsync(store, siti, "1", "Siti", "4001", "Biro lama", "2020-01-01");
        await AddPersonAsync(store, siti, "1", "Siti", "4002", "Biro baru", "2026-02-01");
        await AddYearAsync(store, siti, "4001", 2025, "MET", minJp: 20, countedJp: 20, missingJp: 0);
        var person = Assert.Single(await new ReportReader(store).PeopleAsync("4001", 2025, false, default).ToListAsync());
        Assert.Equal("Biro lama", person.Unit);
    }

    [Fact]
    public async Task A_year_computed_again_stands_once_and_one_that_is_gone_not_at_all()
    {
        var store = await clickHouse.CreateDatabaseAsync();
        var siti = Guid.NewGuid();
        await AddPersonAsync(store, siti, "1", "Siti", "4001", "Biro", "2020-01-01");
        await AddYearAsync(store, siti, "4001", 2026, "UNMET", minJp: 20, countedJp: 1, missingJp: 19, computedAt: "2026-03-01 00:00:00");
        await AddYearAsync(store, siti, "4001", 2026, "UNMET", minJp: 20, countedJp: 2, missingJp: 18, computedAt: "2026-03-02 00:00:00");
        Assert.Equal(2, Assert.Single(await new ReportReader(store).PeopleAsync("4001", 2026, false, default).ToListAsync()).CountedJp);
        await AddYearAsync(store, siti, "4001", 2026, "UNMET", minJp: 20, countedJp: 2, missingJp: 18, computedAt: "2026-03-03 00:00:00", gone: 1);
        Assert.Empty(await new ReportReader(store).PeopleAsync("4001", 2026, false, default).ToListAsync());
    }

    [Fact]
    public async Task Names_each_agency_once()
    {
        var store = await clickHouse.CreateDatabaseAsync();
        foreach (var code in (string[])["4002", "4001", "4001"])
            await store.InsertAsync("agencies", [new { agency_code = code, name = "n", kind = "LEMBAGA", imported_at = "2026-01-01 00:00:00" }]);
        Assert.Equal(["4001", "4002"], await new ReportReader(store).AgencyCodesAsync(default));
    }

    private static Task AddPersonAsync(
        ClickHouseClient store, Guid id, string nip, string name, string agency, string unit, string from, string exemptReason = "") =>
        store.InsertAsync("people", [new
        {
            person_id = id, nip, name, employment_type = "PNS", agency_code = agency, unit, position_group = "JF", employed_from = from,
            exempt_reason = exemptReason, imported_at = "2026-01-01 00:00:00",
        }]);

    private static Task AddYearAsync(
        ClickHouseClient store, Guid id, string agency, int year, string status, decimal? minJp, decimal countedJp, decimal missingJp,
        string computedAt = "2026-03-01 00:00:00", int gone = 0) =>
        store.InsertAsync("person_years", [new
        {
            person_id = id, year, agency_code = agency, employment_type = "PNS", status, min_jp = minJp, claimed_jp = countedJp + 1,
            converted_jp = countedJp, counted_jp = countedJp, missing_jp = missingJp, computed_at = computedAt, gone,
        }]);
}
