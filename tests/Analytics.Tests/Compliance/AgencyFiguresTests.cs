using Analytics.Compliance;
using FsCheck.Fluent;
using Testing;

namespace Analytics.Tests.Compliance;

/// <summary>The figures and lists of agencies, which are kept beside the people's years, say what the people's years say.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class AgencyFiguresTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task Whoever_moves_takes_their_figures_along_and_the_agency_left_by_all_has_none()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithAgencyAsync("BPS");
        await store.SayAsync();
        await store.ChangedAsync();
        Assert.Equal((1, 10m), await FiguresAsync(store, "LAN"));

        await store.WithPersonAsync(1, "BPS", from: "2026-06-01");
        await store.ChangedAsync();
        Assert.Equal((0, 0m), await FiguresAsync(store, "LAN"));
        Assert.Equal((1, 10m), await FiguresAsync(store, "BPS"));
        Assert.Equal((0, 1), (await PeopleAsync(store, "LAN"), await PeopleAsync(store, "BPS")));
        Assert.Equal("BPS", Assert.Single((await store.Queries.NationAsync(2026, CancellationToken.None)).Agencies).Code);
    }

    [Fact]
    public async Task A_year_that_is_gone_leaves_the_list_and_the_figures()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        var only = await store.SayAsync(at: "2028-05-02T08:00:00Z");
        await store.ChangedAsync();
        Assert.Equal((1, 1), ((await store.Queries.NationAsync(2028, CancellationToken.None)).People, await PeopleAsync(store, "LAN", 2028)));
        await store.VoidAsync(only);
        await store.ChangedAsync();
        Assert.DoesNotContain(2028, await store.YearsOfAsync(1));
        Assert.Equal((0, 0), ((await store.Queries.NationAsync(2028, CancellationToken.None)).People, await PeopleAsync(store, "LAN", 2028)));
    }

    [Fact]
    public async Task A_new_name_is_found_at_once()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithPersonAsync(1, name: "Kartini");
        await store.ChangedAsync();
        var page = await store.Queries.PeopleAsync(new AgencyPeopleQuery("LAN", 2026, Search: "kart"), CancellationToken.None);
        Assert.Equal("Kartini", Assert.Single(page.People).Name);
    }

    [Fact]
    public async Task Everyone_and_change_by_change_add_up_to_the_people_s_years()
    {
        var store = await StoreAsync();
        await store.EveryoneAsync();
        var histories = HistoryGen.Histories().Generator.Sample(30, 25).ToList();
        for (var half = 0; half < 2; half++)
        {
            for (var i = 0; i < histories.Count; i++)
                await store.SendAsync(histories[i].Statements.Where((_, at) => at % 2 == half), person: i + 1);
            await store.WithPersonAsync(3 + half, agency: "C", from: "2026-01-05");
            await store.ChangedAsync();
            await AssertAddsUpAsync(store);
        }

        await store.EveryoneAsync();
        await AssertAddsUpAsync(store);
        Assert.Equal(0, (await store.RecomputeAsync()).Differences!.Years);
        await AssertAddsUpAsync(store);
    }

    private static async Task<(long People, decimal CountedJp)> FiguresAsync(ComplianceStore store, string agency) =>
        await store.Queries.AgencyAsync(agency, 2026, CancellationToken.None) is { } found ? (found.People, found.CountedJp) : (-1, 0);

    private static async Task<int> PeopleAsync(ComplianceStore store, string agency, int year = 2026) =>
        (await store.Queries.PeopleAsync(new AgencyPeopleQuery(agency, year), CancellationToken.None)).People.Count;

    private static async Task AssertAddsUpAsync(ComplianceStore store)
    {
        foreach (var row in await store.Database.QueryAsync<Sums>(
            "SELECT agency_code, year, count() AS people, sum(counted_jp) AS counted_jp, sum(arrayCount(d -> NOT d, credits.duplicate)) AS credits, " +
            "sum(arraySum((jp, d) -> if(d, 0, jp), credits.claimed_jp, credits.duplicate)) AS claimed_jp, " +
            "sum(length(arrayDistinct(arrayFilter((f, d) -> NOT d, credits.form, credits.duplicate)))) AS people_of_forms, " +
            "sum(length(covered.competency)) AS covered FROM person_years FINAL GROUP BY agency_code, year ORDER BY agency_code, year"))
        {
            var agency = await store.Queries.AgencyAsync(row.AgencyCode, row.Year, CancellationToken.None);
            Assert.NotNull(agency);
            Assert.Equal((row.AgencyCode, row.Year, row.People, row.CountedJp), (agency.Code, agency.Year, agency.People, agency.CountedJp));
            Assert.Equal(row.People, agency.Met + agency.Unmet + agency.Exempt + agency.NotRequired);
            Assert.Equal((row.Credits, row.ClaimedJp), (agency.ByForm.Sum(form => form.Credits), agency.ByForm.Sum(form => form.ClaimedJp)));
            Assert.Equal((row.Credits, row.ClaimedJp), (agency.ByProvider.Sum(one => one.Credits), agency.ByProvider.Sum(one => one.ClaimedJp)));
            Assert.Equal((row.Credits, row.CountedJp), (agency.ByMonth.Sum(month => month.Credits), agency.ByMonth.Sum(month => month.CountedJp)));
            Assert.Equal(row.PeopleOfForms, agency.ByForm.Sum(form => form.People));
            Assert.Equal(row.Covered, agency.ByCompetency.Sum(one => one.People));
            Assert.Equal(row.People, await PeopleAsync(store, row.AgencyCode, row.Year));
        }

        foreach (var year in await store.YearsOfAsync(1))
        {
            var nation = await store.Queries.NationAsync(year, CancellationToken.None);
            Assert.Equal(nation.People, nation.Agencies.Sum(agency => agency.People));
            Assert.Equal(nation.CountedJp, nation.Agencies.Sum(agency => agency.CountedJp));
        }
    }

    private async Task<ComplianceStore> StoreAsync()
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        foreach (var agency in new[] { "A", "B", "C" })
            await store.WithAgencyAsync(agency);
        foreach (var person in Enumerable.Range(1, 30))
            await store.WithPersonAsync(person, agency: person % 2 == 0 ? "A" : "B", type: person % 3 == 0 ? "PPPK" : "PNS");
        var forms = new[] { "ELEARNING", "SELF_LEARN", "COACHING", "BIMTEK", "OJT", "KURSUS" };
        for (var activity = 0; activity < forms.Length; activity++)
            await store.WithActivityAsync(HistoryGen.IriOf(activity), forms[activity], activity % 2 == 0 ? 7.25m : null, competencies: ["GEN.DATA"]);
        return store;
    }

    private sealed record Sums(
        string AgencyCode, int Year, long People, decimal CountedJp, long Credits, decimal ClaimedJp, long PeopleOfForms, long Covered);
}
