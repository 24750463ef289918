using Testing;

namespace Analytics.Tests.Compliance;

/// <summary>What nobody counts is listed, and what somebody counts is not: after each change, and after everything is computed anew.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class NotRecognisedTests(ClickHouseFixture clickHouse)
{
    private const string Mail = "mailto:siti@lan.example";

    [Fact]
    public async Task A_mapping_takes_from_the_list_what_it_is_valid_for()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync(Mail, "2026-03-02T08:00:00Z");
        await store.SayAsync(Mail, "2026-05-02T08:00:00Z", provider: "lms-bps");
        await store.ChangedAsync();
        Assert.Equal([("kolabjar", 1L), ("lms-bps", 1)], await PeopleAsync(store));

        await store.IdentifyAsync(Mail, 1, from: "2026-04-01");
        await store.ChangedAsync();
        Assert.Equal([("kolabjar", 1L)], await PeopleAsync(store));

        await store.IdentifyAsync(Mail, 1);
        await store.ChangedAsync();
        Assert.Empty(await PeopleAsync(store));
    }

    [Fact]
    public async Task Somebody_s_registration_takes_from_the_list_what_was_sent_under_their_NIP()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync(ComplianceStore.NipKey(2));
        await store.ChangedAsync();
        Assert.Equal([("kolabjar", 1L)], await PeopleAsync(store));

        await store.WithPersonAsync(2);
        await store.ChangedAsync();
        Assert.Empty(await PeopleAsync(store));
    }

    [Fact]
    public async Task A_voiding_takes_a_statement_from_the_lists_and_the_last_one_its_learner()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        var first = await store.SayAsync(Mail);
        var second = await store.SayAsync(Mail, activity: "https://lms.example/new");
        await store.ChangedAsync();
        await store.VoidAsync(first);
        await store.ChangedAsync();
        Assert.Equal([("kolabjar", 1L)], await PeopleAsync(store));
        Assert.Equal(["https://lms.example/new"], await ActivitiesAsync(store));

        await store.VoidAsync(second);
        await store.ChangedAsync();
        Assert.Empty(await PeopleAsync(store));
        Assert.Empty(await ActivitiesAsync(store));
    }

    [Fact]
    public async Task An_activity_s_registration_takes_it_from_the_list()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync(activity: "https://lms.example/new");
        await store.SayAsync(Mail, activity: "https://lms.example/new");
        await store.ChangedAsync();
        Assert.Equal(["https://lms.example/new"], await ActivitiesAsync(store));

        await store.WithActivityAsync("https://lms.example/new");
        await store.ChangedAsync();
        Assert.Empty(await ActivitiesAsync(store));
        Assert.Equal([("kolabjar", 1L)], await PeopleAsync(store));
    }

    [Fact]
    public async Task Step_3_the_day_is_the_learner_s_own_and_not_WIB_s()
    {
        var store = await WorkingInTheEastAsync();
        // 1 March in Jakarta, 2 March in Jayapura; and the same an hour before.
        var counted = await store.SayAsync(Mail, "2026-03-01T15:30:00Z");
        await store.SayAsync(Mail, "2026-03-01T14:30:00Z", provider: "lms-bps");
        await store.ChangedAsync();
        Assert.Equal([counted], (await store.YearAsync()).Credits.Select(credit => credit.StatementId));
        Assert.Equal([("lms-bps", 1L)], await PeopleAsync(store));
    }

    [Fact]
    public async Task Every_qualifying_statement_is_either_counted_for_one_person_or_listed()
    {
        var store = await WorkingInTheEastAsync();
        await store.WithPersonAsync(2);
        await IdentifyAsync(store, Mail, 2, "2026-01-01", "2026-03-01");
        await IdentifyAsync(store, "mailto:b@x", 2, null, "2026-03-02");
        await IdentifyAsync(store, "mailto:c@x", 1, "2026-03-02", "2026-03-02");
        // Whose holder nobody is: that is nobody, though an earlier row says otherwise.
        await IdentifyAsync(store, "mailto:d@x", 1, null, null);
        await IdentifyAsync(store, "mailto:d@x", 9, "2026-03-02", null);
        var said = new List<Guid>();
        foreach (var learner in (string[])[Mail, "mailto:b@x", "mailto:c@x", "mailto:d@x", ComplianceStore.NipKey(1), ComplianceStore.NipKey(3)])
            for (var hour = 0; hour < 72; hour += 3)
                said.Add(await store.SayAsync(learner, $"2026-03-{1 + (hour / 24):D2}T{hour % 24:D2}:30:00Z", activity: hour % 2 == 0 ? ComplianceStore.Course : "https://lms.example/new"));

        await store.ChangedAsync();
        var listed = await ListedAsync(store);
        var counted = new List<Guid>();
        foreach (var person in (int[])[1, 2])
            counted.AddRange((await store.YearAsync(person)).Credits.Select(credit => credit.StatementId));
        Assert.Equal(said.Order(), counted.Concat(listed).Order());

        // And of nothing but what is stored, once more.
        await store.Database.ExecuteAsync("TRUNCATE TABLE not_recognised");
        await store.EveryoneAsync();
        Assert.Equal(listed, await ListedAsync(store));
    }

    [Fact]
    public async Task A_computation_of_everyone_finds_what_no_longer_stands_and_twice_the_same()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync(Mail);
        await store.SayAsync("mailto:other@x");
        await store.ChangedAsync();
        await store.IdentifyAsync(Mail, 1);
        await store.EveryoneAsync();
        Assert.Equal([("kolabjar", 1L)], await PeopleAsync(store));
        await store.EveryoneAsync();
        Assert.Equal([("kolabjar", 1L)], await PeopleAsync(store));
    }

    [Fact]
    public async Task What_was_stored_before_the_watermarks_moved_is_there_once()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync(Mail, activity: "https://lms.example/new");
        var before = await store.Database.QueryAsync<Progress>("SELECT toString(name) AS name, toString(position) AS position FROM compliance_progress FINAL");
        await store.ChangedAsync();
        // As after a kill: everything is stored, and the watermarks say that nothing is.
        await store.Database.ExecuteAsync("TRUNCATE TABLE compliance_progress");
        await store.Database.InsertAsync("compliance_progress", before);
        store.Computation = store.NewComputation();
        await store.ChangedAsync();
        Assert.Equal([("kolabjar", 1L)], await PeopleAsync(store));
        Assert.Equal(1, Assert.Single(await store.Unresolved.ActivitiesAsync("", 10, CancellationToken.None)).Statements);
    }

    /// <summary>Person 1 works in Jayapura and is known by an address since 2 March there.</summary>
    private async Task<ComplianceStore> WorkingInTheEastAsync()
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        await store.WithAgencyAsync();
        await store.WithAgencyAsync("JAYAPURA", "Asia/Jayapura");
        await store.WithPersonAsync(1, "JAYAPURA");
        await store.WithActivityAsync();
        await store.IdentifyAsync(Mail, 1, from: "2026-03-02");
        await store.EveryoneAsync();
        return store;
    }

    private static Task IdentifyAsync(ComplianceStore store, string ifi, int person, string? from, string? to) =>
        store.Database.InsertAsync("identifiers", [new
        {
            Ifi = ifi, ValidFrom = from, ValidTo = to, PersonId = ComplianceStore.IdOf(person), Nip = ComplianceStore.Nip(person),
            ImportedAt = store.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture),
        }]);

    private static async Task<List<(string Provider, long Statements)>> PeopleAsync(ComplianceStore store) =>
        [.. (await store.Unresolved.PeopleAsync("", 10, CancellationToken.None)).Select(one => (one.Provider, one.Statements)).Order()];

    private static async Task<List<string>> ActivitiesAsync(ComplianceStore store) =>
        [.. (await store.Unresolved.ActivitiesAsync("", 10, CancellationToken.None)).Select(one => one.ActivityIri).Order()];

    private static async Task<List<Guid>> ListedAsync(ComplianceStore store) =>
        [.. (await store.Database.QueryAsync<Listed>("SELECT arrayJoin(`learning.id`) AS id FROM not_recognised FINAL")).Select(one => one.Id).Order()];

    private sealed record Progress(string Name, string Position);

    private sealed record Listed(Guid Id);
}
