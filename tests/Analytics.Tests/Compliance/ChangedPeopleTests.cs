using Testing;

namespace Analytics.Tests.Compliance;

/// <summary>Who is computed when something came in, and what it changes.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class ChangedPeopleTests(ClickHouseFixture clickHouse)
{
    private const string Mail = "mailto:a@instansi.go.id";

    [Fact]
    public async Task A_new_statement_counts_with_the_next_change_and_nothing_is_computed_after_it()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        Assert.Equal(0, (await store.YearAsync()).CountedJp);
        await store.SayAsync();
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
        Assert.Equal(0, (await store.ChangedAsync()).People);
    }

    [Fact]
    public async Task A_statement_still_in_flight_is_left_for_later()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        store.HeldBackAt = store.Clock.GetUtcNow();
        await store.SayAsync();
        Assert.Equal(0, (await store.ChangedAsync()).People);
        store.HeldBackAt = null;
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task A_statement_stored_after_the_clock_was_set_back_is_counted()
    {
        var store = await ComplianceStore.FilledAsync(clickHouse);
        store.HeldBackAt = store.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        await store.EveryoneAsync();
        await store.RequestAsync("everyone", "");
        await store.ChangedAsync();
        store.HeldBackAt = null;
        await store.SayAsync();
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task Step_1_a_voiding_takes_the_credit_and_the_next_duplicate_its_place()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        var first = await store.SayAsync();
        var second = await store.SayAsync(at: "2026-04-02T08:00:00Z");
        await store.ChangedAsync();
        await store.VoidAsync(first);
        Assert.Equal(1, (await store.ChangedAsync()).People);
        var year = await store.YearAsync();
        Assert.Equal([second], year.Credits.Select(credit => credit.StatementId));
        Assert.Equal(10, year.CountedJp);
    }

    [Fact]
    public async Task Step_1_a_voiding_that_came_first_takes_the_credit_too()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.VoidAsync(new Guid(2, 0, 0, new byte[8]));
        await store.ChangedAsync();
        await store.SayAsync();
        await store.ChangedAsync();
        Assert.Empty((await store.YearAsync()).Credits);
    }

    [Fact]
    public async Task A_year_that_held_only_what_was_voided_is_gone()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithPersonAsync(2, from: "2026-01-01");
        var early = await store.SayAsync(ComplianceStore.NipKey(2), "2024-03-02T08:00:00Z");
        await store.ChangedAsync();
        Assert.Equal(10, (await store.YearAsync(2, 2024)).CountedJp);
        await store.VoidAsync(early);
        await store.ChangedAsync();
        Assert.Equal([2026], await store.YearsOfAsync(2));
        Assert.Equal(0, (await store.YearAsync(2, 2024)).CountedJp);
    }

    [Fact]
    public async Task Step_2_an_identifier_counts_what_was_learnt_before_it_arrived()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync(Mail);
        await store.ChangedAsync();
        await store.IdentifyAsync(Mail, 1);
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task Step_2_an_identifier_in_the_NIP_namespace_gives_nobody_another_s_hours()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithPersonAsync(2);
        await store.IdentifyAsync(ComplianceStore.NipKey(1), 2);
        await store.SayAsync();
        await store.ChangedAsync();
        Assert.Equal((10, 0), ((await store.YearAsync(1)).CountedJp, (await store.YearAsync(2)).CountedJp));
    }

    [Fact]
    public async Task An_identifier_registered_anew_gives_later_hours_to_its_new_owner()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithPersonAsync(2);
        await store.IdentifyAsync(Mail, 1);
        await store.IdentifyAsync(Mail, 2, from: "2026-06-01");
        await store.SayAsync(Mail);
        await store.SayAsync(Mail, at: "2026-07-01T08:00:00Z");
        await store.ChangedAsync();
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 7, 1)),
            (Assert.Single((await store.YearAsync(1)).Credits).Date, Assert.Single((await store.YearAsync(2)).Credits).Date));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_identifier_corrected_to_another_person_gives_all_hours_to_them(bool isEveryone)
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithPersonAsync(2);
        await store.IdentifyAsync(Mail, 1);
        await store.SayAsync(Mail);
        await store.ChangedAsync();
        await store.IdentifyAsync(Mail, 2);
        // As when parts are merged: nothing of the identifier itself tells any more that it was another's.
        await store.Database.ExecuteAsync("OPTIMIZE TABLE identifiers FINAL");
        await store.RequestAsync("person", ComplianceStore.IdOf(1).ToString());
        await (isEveryone ? store.EveryoneAsync() : store.ChangedAsync());
        Assert.Equal((0, 10), ((await store.YearAsync(1)).CountedJp, (await store.YearAsync(2)).CountedJp));
    }

    [Fact]
    public async Task Step_3_an_activity_counts_what_was_learnt_before_it_was_registered()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync(activity: "https://lms.example/course/9");
        await store.ChangedAsync();
        Assert.Empty((await store.YearAsync()).Credits);
        await store.WithActivityAsync("https://lms.example/course/9", jp: 7);
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(7, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task Step_2_each_member_of_a_group_counts_what_the_group_did()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithPersonAsync(2);
        await store.SayAsync(learners: [ComplianceStore.NipKey(1), ComplianceStore.NipKey(2), Mail]);
        Assert.Equal(2, (await store.ChangedAsync()).People);
        Assert.Equal((10, 10), ((await store.YearAsync(1)).CountedJp, (await store.YearAsync(2)).CountedJp));
    }

    [Fact]
    public async Task A_change_of_an_agency_s_zone_moves_its_people_s_days()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync(at: "2026-12-31T15:30:00Z");
        await store.ChangedAsync();
        Assert.Equal(10, (await store.YearAsync(year: 2026)).CountedJp);
        await store.WithAgencyAsync(zone: "Asia/Jayapura");
        await store.ChangedAsync();
        Assert.Equal((0, 10), ((await store.YearAsync(year: 2026)).CountedJp, (await store.YearAsync(year: 2027)).CountedJp));
    }

    [Fact]
    public async Task Step_2_an_account_that_is_nearly_a_NIP_is_looked_up_like_any_other()
    {
        const string nearly = "account:https://nip.asn.go.id|199002302015031001";
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.IdentifyAsync(nearly, 1);
        await store.SayAsync(nearly);
        await store.ChangedAsync();
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
        Assert.Empty(await store.Unresolved.PeopleAsync("", 100, CancellationToken.None));
    }

    [Theory]
    [InlineData("person", "00000001-0000-0000-0000-000000000000")]
    [InlineData("activity", ComplianceStore.Course)]
    [InlineData("ifi", Mail)]
    [InlineData("everyone", "")]
    public async Task A_request_computes_whom_it_names_once(string kind, string key)
    {
        var store = await ComplianceStore.FilledAsync(clickHouse);
        await store.IdentifyAsync(Mail, 1);
        await store.SayAsync();
        await store.EveryoneAsync();
        await store.RequestAsync(kind, key);
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(0, (await store.ChangedAsync()).People);
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, (await store.ChangedAsync()).People);
    }

    [Fact]
    public async Task A_request_that_shows_itself_after_a_later_one_is_answered_too()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.RequestAsync("ifi", "mailto:nobody@x");
        await store.ChangedAsync();
        await store.RequestAsync("person", ComplianceStore.IdOf(1).ToString(), ago: TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await store.ChangedAsync()).People);
    }
}
