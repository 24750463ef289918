using Analytics.Compliance;
using Testing;

namespace Analytics.Tests.Compliance;

[Collection(ClickHouseFixture.Collection)]
public sealed class ComplianceProgressTests(ClickHouseFixture clickHouse)
{
    private static readonly string[] Courses = [.. Enumerable.Range(1, 4).Select(number => $"https://lms.example/eight/{number}")];

    [Fact]
    public async Task A_person_has_met_the_minimum_on_the_day_the_sum_reached_it()
    {
        var store = await TwoAgenciesAsync();
        var days = await store.Queries.DaysAsync("PROV-33", 2026, CancellationToken.None);
        Assert.NotNull(days);
        Assert.Equal((2026, 3L, 2L, 0L), (days.Year, days.People, days.Required, days.MetAtStart));
        Assert.Equal(
            [new(new(2026, 1, 12), 1, 8, 0), new(new(2026, 3, 2), 1, 8, 0), new(new(2026, 6, 15), 2, 16, 1), new(new(2026, 9, 1), 1, 8, 0)],
            days.Days);
    }

    [Fact]
    public async Task The_days_of_the_nation_are_those_of_its_agencies()
    {
        var store = await TwoAgenciesAsync();
        var nation = await store.Queries.DaysAsync("", 2026, CancellationToken.None);
        Assert.Equal((4L, 3L, 6L), (nation!.People, nation.Required, nation.Days.Sum(day => day.Credits)));
        Assert.Null(await store.Queries.DaysAsync("NONE", 2026, CancellationToken.None));
    }

    [Fact]
    public async Task A_year_nobody_learnt_in_has_no_days()
    {
        var empty = await (await TwoAgenciesAsync()).Queries.DaysAsync("PROV-33", 2019, CancellationToken.None);
        Assert.Equal((0L, 0L, null), (empty!.People, empty.Required, empty.ComputedAt));
        Assert.Empty(empty.Days);
    }

    [Fact]
    public async Task At_new_year_in_the_east_the_day_is_the_agency_s()
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        await store.WithAgencyAsync("PROV-94", "Asia/Jayapura");
        await store.WithPersonAsync(1, "PROV-94");
        await store.WithActivityAsync();
        // 00:30 on the first of January in Jayapura, and still the old year in Jakarta.
        await store.SayAsync(at: "2025-12-31T15:30:00Z");
        await store.EveryoneAsync();
        Assert.Equal(
            [new DayHours(new(2026, 1, 1), 1, 10, 0)], (await store.Queries.DaysAsync("PROV-94", 2026, CancellationToken.None))!.Days);
        Assert.Empty((await store.Queries.DaysAsync("PROV-94", 2025, CancellationToken.None))!.Days);
    }

    [Fact]
    public async Task Months_are_of_each_agency()
    {
        var months = await (await TwoAgenciesAsync()).Queries.MonthsAsync(2026, CancellationToken.None);
        Assert.Equal(["BKN", "PROV-33"], months.Agencies.Select(agency => agency.Code));
        var province = months.Agencies[1];
        Assert.Equal([1, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0], province.Credits);
        Assert.Equal([8, 0, 8, 0, 0, 16, 0, 0, 8, 0, 0, 0], province.CountedJp);
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], province.Met);
    }

    [Fact]
    public async Task People_stand_by_unit_and_by_position_group()
    {
        var store = await TwoAgenciesAsync();
        Assert.Equal([new("Pusdatin", 3, 1, 1, 0, 1, 40, 13.3m)], await store.Queries.UnitsAsync("PROV-33", 2026, CancellationToken.None));
        Assert.Equal([new("JF", 4, 1, 2, 0, 1, 48, 12)], await store.Queries.PositionGroupsAsync("", 2026, CancellationToken.None));
        Assert.Null(await store.Queries.UnitsAsync("NONE", 2026, CancellationToken.None));
    }

    [Fact]
    public async Task Ministries_and_bodies_are_of_no_province()
    {
        var nation = await (await TwoAgenciesAsync()).Queries.NationAsync(2026, CancellationToken.None);
        Assert.Equal(
            [("", 1L, 1L, 0L), ("33", 1L, 3L, 1L)],
            nation.ByProvince.Select(province => (province.ProvinceCode, province.Agencies, province.People, province.Met)));
    }

    [Theory]
    [InlineData("Pusdatin", "", "", 3)]
    [InlineData("Pusda", "", "", 0)]
    [InlineData("", "CPNS", "", 1)]
    [InlineData("", "", "JF", 3)]
    [InlineData("", "", "JA", 0)]
    public async Task People_are_found_by_unit_kind_and_position_group(string unit, string type, string group, int found) =>
        Assert.Equal(found, (await (await TwoAgenciesAsync()).Queries.PeopleAsync(
            new AgencyPeopleQuery("PROV-33", 2026, Unit: unit, EmploymentType: type, PositionGroup: group), CancellationToken.None)).People.Count);

    /// <summary>Central Java: one who met on 15 June and went on, one who did not, one CPNS. BKN: one who did not.</summary>
    private async Task<ComplianceStore> TwoAgenciesAsync()
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        await store.Database.InsertAsync("agencies", [new
        {
            AgencyCode = "PROV-33", Name = "Jawa Tengah", Kind = "PROVINSI", ProvinceCode = "33", Timezone = "Asia/Jakarta", ImportedAt = "2026-01-01 00:00:00",
        }]);
        await store.WithAgencyAsync("BKN");
        await store.WithPersonAsync(1, "PROV-33");
        await store.WithPersonAsync(2, "PROV-33");
        await store.WithPersonAsync(3, "PROV-33", "CPNS");
        await store.WithPersonAsync(4, "BKN");
        foreach (var course in Courses)
            await store.WithActivityAsync(course, jp: 8);
        foreach (var (course, day) in Courses.Zip(["2026-01-12", "2026-03-02", "2026-06-15", "2026-09-01"]))
            await store.SayAsync(at: $"{day}T03:00:00Z", activity: course);
        await store.SayAsync(ComplianceStore.NipKey(2), "2026-06-15T04:00:00Z", Courses[0]);
        await store.SayAsync(ComplianceStore.NipKey(4), "2026-02-02T04:00:00Z", Courses[0]);
        await store.EveryoneAsync();
        return store;
    }
}
