using Analytics.Compliance;
using Testing;

namespace Analytics.Tests.Compliance;

[Collection(ClickHouseFixture.Collection)]
public sealed class ComplianceQueriesTests(ClickHouseFixture clickHouse)
{
    private const string Other = "https://lms.example/course/2";

    [Fact]
    public async Task An_agency_s_year_adds_up()
    {
        var store = await NationAsync();
        var lan = await store.Queries.AgencyAsync("LAN", 2026, CancellationToken.None);
        Assert.NotNull(lan);
        Assert.Equal(("LAN", "Agency LAN", 2026), (lan.Code, lan.Name, lan.Year));
        Assert.Equal((4, 1, 1, 1, 1), (lan.People, lan.Met, lan.Unmet, lan.Exempt, lan.NotRequired));
        Assert.Equal((33.0m, 8.3m), (lan.CountedJp, lan.MeanJp));
        Assert.Equal([new("CPNS", 1, 0, 0, 0, 1, 0, 0), new("PNS", 3, 1, 1, 1, 0, 33, 11)], lan.ByEmploymentType);
        Assert.Equal([new("BIMTEK", 1, 1, 30, 30, 30), new("ELEARNING", 1, 1, 5, 5, 3)], lan.ByForm);
        Assert.Equal([new("kolabjar", 1, 1, 30, 30, 30), new("pusdiklat", 1, 1, 5, 5, 3)], lan.ByProvider);
        Assert.Equal(new CompetencyShare("GEN.DATA", "Analitik data", 1, 0.25m), lan.ByCompetency.Single(one => one.Competency == "GEN.DATA"));
        Assert.Equal(4, lan.ByCompetency.Count);
        Assert.Equal(Enumerable.Range(1, 12), lan.ByMonth.Select(month => month.Month));
        Assert.Equal((1, 3m), (lan.ByMonth[3].Credits, lan.ByMonth[3].CountedJp));
        Assert.Equal([new MonthFormHours("ELEARNING", 3)], lan.ByMonth[3].ByForm);
        Assert.NotNull(lan.ComputedAt);
    }

    [Fact]
    public async Task The_nation_names_its_agencies()
    {
        var nation = await (await NationAsync()).Queries.NationAsync(2026, CancellationToken.None);
        Assert.Equal((5, 43.0m), (nation.People, nation.CountedJp));
        Assert.Equal(
            [new("BPS", "Agency BPS", 1, 0, 1, 0, 0, 10, 10, "LEMBAGA", null), new("LAN", "Agency LAN", 4, 1, 1, 1, 1, 33, 8.3m, "LEMBAGA", null)],
            nation.Agencies);
    }

    [Fact]
    public async Task A_year_nobody_learnt_in_is_empty_and_an_agency_nobody_registered_is_none()
    {
        var store = await NationAsync();
        var empty = await store.Queries.NationAsync(2019, CancellationToken.None);
        Assert.Equal((0, 0m, null), (empty.People, empty.MeanJp, empty.ComputedAt));
        Assert.Null(await store.Queries.AgencyAsync("NONE", 2026, CancellationToken.None));
    }

    [Fact]
    public async Task Pages_of_people_show_each_once_those_who_miss_most_first()
    {
        var store = await NationAsync();
        var seen = new List<AgencyPerson>();
        string? cursor = null;
        do
        {
            var page = await store.Queries.PeopleAsync(new AgencyPeopleQuery("LAN", 2026, Limit: 1, Cursor: cursor), CancellationToken.None);
            seen.AddRange(page.People);
            cursor = page.Next;
        }
        while (cursor is not null && seen.Count < 10);

        Assert.Equal([2, 1, 3, 4], seen.Select(person => person.PersonId.ToByteArray()[0]));
        Assert.Equal(new AgencyPerson(ComplianceStore.IdOf(2), "Budi", "PNS", "Pusdatin", "JF", 3, 20, 17, "UNMET"), seen[0]);
    }

    [Theory]
    [InlineData("UNMET", "", 1)]
    [InlineData("", "udi", 1)]
    [InlineData("", "BUDI", 1)]
    [InlineData("", "%", 0)]
    [InlineData("MET", "budi", 0)]
    public async Task People_are_found_by_status_and_name(string status, string search, int found) =>
        Assert.Equal(found, (await (await NationAsync()).Queries.PeopleAsync(
            new AgencyPeopleQuery("LAN", 2026, status, search, Cursor: "no cursor"), CancellationToken.None)).People.Count);

    [Fact]
    public async Task Learners_nobody_knows_are_counted_by_platform_and_kind()
    {
        var store = await NationAsync();
        await store.SayAsync("mailto:a@x", provider: "lms-bps");
        await store.SayAsync("mailto:a@x", at: "2026-05-01T08:00:00Z", provider: "lms-bps");
        await store.SayAsync("account:https://lms.example|17", provider: "lms-bps");
        await store.SayAsync(ComplianceStore.NipKey(99));
        // Step 2: a date that is none makes no NIP, so that the account is looked up, and found.
        await store.SayAsync("account:https://nip.asn.go.id|199002302015031001");
        await store.SayAsync("account:https://nip.asn.go.id|199013012015031001");
        await store.IdentifyAsync("account:https://nip.asn.go.id|199002302015031001", 1);
        await store.IdentifyAsync("account:https://nip.asn.go.id|199013012015031001", 1);
        await store.SayAsync("mailto:launched@x", verb: Learning.Launched);
        await store.IdentifyAsync("mailto:late@x", 1, from: "2026-06-01");
        await store.SayAsync("mailto:late@x", provider: "lms-bps");
        await store.SayAsync("mailto:late@x", at: "2026-06-02T08:00:00Z", provider: "lms-bps");
        await store.VoidAsync(await store.SayAsync("mailto:voided@x"));
        await store.ChangedAsync();

        var unresolved = await store.Unresolved.PeopleAsync("", 100, CancellationToken.None);
        Assert.Equal(
            [("lms-bps", "mbox", "", 2L, 3L), ("kolabjar", "account", "https://nip.asn.go.id", 1, 1), ("lms-bps", "account", "https://lms.example", 1, 1)],
            unresolved.Select(group => (group.Provider, group.Kind, group.HomePage, group.Learners, group.Statements)));
        Assert.Equal(["mailto:a@x", "mailto:late@x"], unresolved[0].Ifis.Order());
        Assert.Equal(new DateOnly(2026, 5, 1), unresolved[0].LastDay);
        Assert.Equal("kolabjar", Assert.Single(await store.Unresolved.PeopleAsync("kolabjar", 100, CancellationToken.None)).Provider);
    }

    [Fact]
    public async Task Activities_nobody_registered_are_counted_by_platform()
    {
        var store = await NationAsync();
        await store.WithActivityAsync("https://lms.example/webinar", form: "WEBINAR");
        await store.SayAsync(activity: "https://lms.example/webinar");
        await store.SayAsync(activity: "https://lms.example/new");
        await store.SayAsync(ComplianceStore.NipKey(2), activity: "https://lms.example/new");
        await store.SayAsync(activity: "https://lms.example/launched", verb: Learning.Launched);
        await store.ChangedAsync();

        var unregistered = await store.Unresolved.ActivitiesAsync("", 100, CancellationToken.None);
        Assert.Equal(
            [("kolabjar", "https://lms.example/new", 2, 2, new DateOnly(2026, 3, 2)), ("kolabjar", "https://lms.example/webinar", 1, 1, new DateOnly(2026, 3, 2))],
            unregistered.Select(one => (one.Provider, one.ActivityIri, (int)one.Statements, (int)one.Learners, one.LastDay)));
        Assert.Equal([2, 1], unregistered.Select(one => one.StatementIds.Count));
        Assert.Empty(await store.Unresolved.ActivitiesAsync("lms-bps", 100, CancellationToken.None));
    }

    /// <summary>LAN: one who met, one who did not, one exempt, one CPNS. BPS: one who did not.</summary>
    private async Task<ComplianceStore> NationAsync()
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        await store.WithAgencyAsync("LAN");
        await store.WithAgencyAsync("BPS");
        await store.WithPersonAsync(1);
        await store.WithPersonAsync(2, name: "Budi");
        await store.WithPersonAsync(3, exempt: "CLTN");
        await store.WithPersonAsync(4, type: "CPNS");
        await store.WithPersonAsync(5, agency: "BPS");
        await store.WithActivityAsync(jp: 30);
        await store.WithActivityAsync(Other, "ELEARNING", 5, provider: "pusdiklat", competencies: ["GEN.DATA"]);
        await store.WithActivityAsync("https://lms.example/course/3", "KURSUS", 10);
        await store.Database.InsertAsync("competencies", [new { Code = "GEN.DATA", Family = "GEN", Name = "Analitik data", ImportedAt = "2026-01-01 00:00:00" }]);
        await store.SayAsync();
        await store.SayAsync(at: "2026-03-04T08:00:00Z");
        await store.SayAsync(ComplianceStore.NipKey(2), "2026-04-02T08:00:00Z", Other);
        await store.SayAsync(ComplianceStore.NipKey(5), activity: "https://lms.example/course/3");
        await store.EveryoneAsync();
        return store;
    }
}
