using Analytics.Compliance;
using Testing;

namespace Analytics.Tests.Compliance;

[Collection(ClickHouseFixture.Collection)]
public sealed class ComplianceComputationTests(ClickHouseFixture clickHouse)
{
    private const string Mail = "mailto:a@instansi.go.id";

    [Fact]
    public async Task Stores_everything_the_engine_answered()
    {
        var store = await (await (await StoreAsync()).WithPersonAsync(2, agency: "BMKG", type: "PPPK")).WithActivityAsync(
            form: "ELEARNING", jp: 4.25m, provider: "pusdiklat", level: "INTERNATIONAL", competencies: ["GEN.DATA"]);
        var first = await store.SayAsync(ComplianceStore.NipKey(2), "2026-03-02T20:00:00.123456Z");
        var second = await store.SayAsync(ComplianceStore.NipKey(2), "2026-04-02T08:00:00Z");

        Assert.Equal(2, (await store.EveryoneAsync()).People);

        var year = await store.YearAsync(2);
        Assert.Equal(("PPPK", "BMKG", "Person 2", "UNMET"), (year.EmploymentType, year.AgencyCode, year.Name, year.Status));
        Assert.Equal((20m, 24m), (year.Requirement.MinJp, year.Requirement.MaxJp));
        Assert.Equal(new Target(90, false), year.Target);
        Assert.Equal((4.25m, 4.3m, 4.0m), (year.ClaimedJp, year.ConvertedJp, year.CountedJp));
        Assert.Equal([first, second], year.Credits.Select(credit => credit.StatementId));
        Assert.Equal(("pusdiklat", "ELEARNING", "INTERNATIONAL", new DateOnly(2026, 3, 3)),
            (year.Credits[0].Provider, year.Credits[0].Form, year.Credits[0].Level, year.Credits[0].Date));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 20, 0, 0, 123, 456, TimeSpan.Zero), year.Credits[0].Timestamp);
        Assert.Equal([new Reduction("jp_per_day", 0.3m)], year.Credits[0].Reductions);
        Assert.Equal([new Reduction("duplicate", 4.3m)], year.Credits[1].Reductions);
        Assert.Equal(new PersonCompetency("GEN.DATA", "GEN.DATA", true, new DateOnly(2026, 4, 2)), year.Competencies.Single(one => one.Covered));
        Assert.Equal(4, year.Competencies.Count);
        Assert.Equal("0.3", year.Credits[0].Reductions[0].Jp.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("4.0", year.CountedJp.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_stored_year_is_shown_as_one_computed_while_one_waits()
    {
        var store = await StoreAsync();
        await store.SayAsync();
        await store.Database.ExecuteAsync("INSERT INTO learner_statements SELECT learners[1], timestamp, id, verb, object_id, activities, " +
            "success, completion, duration, jp_extension, certificate_number, provider FROM statements");
        var waited = await store.YearAsync();
        await store.EveryoneAsync();
        var stored = await store.YearAsync();
        Assert.Equal(10, stored.CountedJp);
        Assert.Equal(Json(waited with { ComputedAt = default }), Json(stored with { ComputedAt = default }));
    }

    [Fact]
    public async Task A_new_statement_counts_with_the_next_change_and_nothing_is_computed_after_it()
    {
        var store = await ComputedAsync();
        Assert.Equal(0, (await store.YearAsync()).CountedJp);
        await store.SayAsync();
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
        Assert.Equal(0, (await store.ChangedAsync()).People);
    }

    [Fact]
    public async Task A_statement_still_in_flight_is_left_for_later()
    {
        var store = await ComputedAsync();
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
        var store = await StoreAsync();
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
    public async Task An_activity_changed_while_everyone_is_computed_is_not_undone_by_it()
    {
        var store = await ComputedAsync();
        await store.WithPersonAsync(2);
        await store.SayAsync(ComplianceStore.NipKey(2));
        var everyone = store.NewComputation(peopleAtOnce: 1, clock: new InterruptingClock(store.Clock, call: 5, async () =>
        {
            await store.WithActivityAsync(jp: 7);
            await store.ChangedAsync();
        }));
        await everyone.ComputeEveryoneAsync(CancellationToken.None);
        Assert.Equal(7, (await store.YearAsync(2)).CountedJp);
    }

    [Fact]
    public async Task A_voiding_takes_the_credit_and_the_next_duplicate_its_place()
    {
        var store = await ComputedAsync();
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
    public async Task A_voiding_that_came_first_takes_the_credit_too()
    {
        var store = await ComputedAsync();
        await store.VoidAsync(new Guid(2, 0, 0, new byte[8]));
        await store.ChangedAsync();
        await store.SayAsync();
        await store.ChangedAsync();
        Assert.Empty((await store.YearAsync()).Credits);
    }

    [Fact]
    public async Task A_year_that_held_only_what_was_voided_is_gone()
    {
        var store = await ComputedAsync();
        await store.WithPersonAsync(2, from: "2026-01-01");
        var early = await store.SayAsync(ComplianceStore.NipKey(2), "2024-03-02T08:00:00Z");
        await store.ChangedAsync();
        Assert.Equal(10, (await store.YearAsync(2, 2024)).CountedJp);
        await store.VoidAsync(early);
        await store.ChangedAsync();
        Assert.Equal([2026], await YearsOfAsync(store, 2));
        Assert.Equal(0, (await store.YearAsync(2, 2024)).CountedJp);
    }

    [Fact]
    public async Task An_identifier_counts_what_was_learnt_before_it_arrived()
    {
        var store = await ComputedAsync();
        await store.SayAsync(Mail);
        await store.ChangedAsync();
        await store.IdentifyAsync(Mail, 1);
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task An_identifier_in_the_NIP_namespace_gives_nobody_another_s_hours()
    {
        var store = await ComputedAsync();
        await store.WithPersonAsync(2);
        await store.IdentifyAsync(ComplianceStore.NipKey(1), 2);
        await store.SayAsync();
        await store.ChangedAsync();
        Assert.Equal((10, 0), ((await store.YearAsync(1)).CountedJp, (await store.YearAsync(2)).CountedJp));
    }

    [Fact]
    public async Task An_identifier_registered_anew_gives_later_hours_to_its_new_owner()
    {
        var store = await ComputedAsync();
        await store.WithPersonAsync(2);
        await store.IdentifyAsync(Mail, 1);
        await store.IdentifyAsync(Mail, 2, from: "2026-06-01");
        await store.SayAsync(Mail);
        await store.SayAsync(Mail, at: "2026-07-01T08:00:00Z");
        await store.ChangedAsync();
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 7, 1)),
            (Assert.Single((await store.YearAsync(1)).Credits).Date, Assert.Single((await store.YearAsync(2)).Credits).Date));
    }

    [Fact]
    public async Task An_activity_counts_what_was_learnt_before_it_was_registered()
    {
        var store = await ComputedAsync();
        await store.SayAsync(activity: "https://lms.example/course/9");
        await store.ChangedAsync();
        Assert.Empty((await store.YearAsync()).Credits);
        await store.WithActivityAsync("https://lms.example/course/9", jp: 7);
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(7, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task A_person_of_a_group_counts_what_the_group_did()
    {
        var store = await ComputedAsync();
        await store.WithPersonAsync(2);
        await store.SayAsync(learners: [ComplianceStore.NipKey(1), ComplianceStore.NipKey(2), Mail]);
        Assert.Equal(2, (await store.ChangedAsync()).People);
        Assert.Equal((10, 10), ((await store.YearAsync(1)).CountedJp, (await store.YearAsync(2)).CountedJp));
    }

    [Fact]
    public async Task A_change_of_an_agency_s_zone_moves_its_people_s_days()
    {
        var store = await ComputedAsync();
        await store.SayAsync(at: "2026-12-31T15:30:00Z");
        await store.ChangedAsync();
        Assert.Equal(10, (await store.YearAsync(year: 2026)).CountedJp);
        await store.WithAgencyAsync(zone: "Asia/Jayapura");
        await store.ChangedAsync();
        Assert.Equal((0, 10), ((await store.YearAsync(year: 2026)).CountedJp, (await store.YearAsync(year: 2027)).CountedJp));
    }

    [Theory]
    [InlineData("person", "00000001-0000-0000-0000-000000000000")]
    [InlineData("activity", ComplianceStore.Course)]
    [InlineData("ifi", Mail)]
    [InlineData("everyone", "")]
    public async Task A_request_computes_whom_it_names_once(string kind, string key)
    {
        var store = await StoreAsync();
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
        var store = await ComputedAsync();
        await store.RequestAsync("ifi", "mailto:nobody@x");
        await store.ChangedAsync();
        await store.RequestAsync("person", ComplianceStore.IdOf(1).ToString(), ago: TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await store.ChangedAsync()).People);
    }

    [Fact]
    public async Task Killed_before_the_watermark_moved_it_computes_the_same_again()
    {
        var store = await ComputedAsync();
        await store.Database.ExecuteAsync("CREATE TABLE before AS compliance_progress");
        await store.Database.ExecuteAsync("INSERT INTO before SELECT * FROM compliance_progress FINAL");
        await store.SayAsync();
        await store.ChangedAsync();
        var once = await store.YearAsync();
        await store.Database.ExecuteAsync("EXCHANGE TABLES before AND compliance_progress");

        store.Computation = store.NewComputation();
        Assert.Equal(1, (await store.ChangedAsync()).People);
        Assert.Equal(Json(once with { ComputedAt = default }), Json(await store.YearAsync() with { ComputedAt = default }));
        Assert.Equal(1, (await store.Queries.NationAsync(2026, CancellationToken.None)).People);
    }

    [Fact]
    public async Task The_computation_that_read_later_wins_whenever_it_is_stored()
    {
        var store = await ComputedAsync();
        await store.SayAsync();
        await store.ChangedAsync();
        await store.Database.ExecuteAsync("INSERT INTO person_years SELECT * REPLACE (computed_at - INTERVAL 1 HOUR AS computed_at, 0 AS counted_jp) FROM person_years FINAL");
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task Everyone_is_computed_a_few_at_a_time_with_the_same_answer()
    {
        var store = await StoreAsync();
        foreach (var person in Enumerable.Range(2, 6))
            await store.WithPersonAsync(person);
        await store.SayAsync(ComplianceStore.NipKey(7));
        await store.SayAsync(ComplianceStore.NipKey(3));
        Assert.Equal(new ComputationResult(7, 7), await store.NewComputation(peopleAtOnce: 2).ComputeEveryoneAsync(CancellationToken.None));
        Assert.Equal((10, 10, 0), ((await store.YearAsync(3)).CountedJp, (await store.YearAsync(7)).CountedJp, (await store.YearAsync(2)).CountedJp));
    }

    [Fact]
    public async Task A_year_in_which_somebody_learnt_is_a_year_of_everybody_employed()
    {
        var store = await ComputedAsync();
        await store.WithPersonAsync(2, from: "2024-12-31");
        await store.WithPersonAsync(3, from: "2025-01-01");
        await store.SayAsync(at: "2024-03-02T08:00:00Z");
        await store.ChangedAsync();
        Assert.Equal([2024, 2026], await YearsOfAsync(store, 2));
        Assert.Equal([2026], await YearsOfAsync(store, 3));
    }

    [Fact]
    public async Task A_new_year_begins_for_everyone_at_midnight_in_Jakarta()
    {
        var store = await ComputedAsync();
        store.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 16, 59, 0, TimeSpan.Zero));
        await store.ChangedAsync();
        Assert.Equal([2026], await YearsOfAsync(store, 1));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.ChangedAsync();
        Assert.Equal([2026, 2027], await YearsOfAsync(store, 1));
        Assert.Equal(0, (await store.ChangedAsync()).People);
    }

    [Fact]
    public async Task More_people_than_one_parameter_holds_are_computed_together()
    {
        var store = await StoreAsync();
        await store.Database.ExecuteAsync("INSERT INTO people (person_id, nip, employment_type, agency_code) " +
            "SELECT generateUUIDv4(), concat('199001012015031', leftPad(toString(number), 3, '0')), 'PNS', 'LAN' FROM numbers(100, 4000)");
        Assert.Equal(4001, (await store.EveryoneAsync()).People);
    }

    [Fact]
    public async Task The_first_change_ever_computes_everyone() =>
        Assert.Equal(1, (await (await StoreAsync()).ChangedAsync()).People);

    [Fact]
    public async Task A_person_without_a_row_is_computed_while_one_waits_and_one_not_registered_is_nobody()
    {
        var store = await ComputedAsync();
        Assert.Equal(("UNMET", 0m, 2019), ((await store.YearAsync(year: 2019)).Status, (await store.YearAsync(year: 2019)).CountedJp, (await store.YearAsync(year: 2019)).Year));
        Assert.Null(await store.Queries.PersonAsync(ComplianceStore.IdOf(99), 2026, CancellationToken.None));
    }

    private async Task<ComplianceStore> StoreAsync() =>
        await (await (await (await ComplianceStore.CreateAsync(clickHouse)).WithAgencyAsync()).WithPersonAsync()).WithActivityAsync();

    private async Task<ComplianceStore> ComputedAsync()
    {
        var store = await StoreAsync();
        await store.EveryoneAsync();
        return store;
    }

    private static async Task<List<int>> YearsOfAsync(ComplianceStore store, int person) =>
        [.. (await store.Database.QueryAsync<YearRow>(
            $"SELECT year FROM person_years FINAL WHERE person_id = '{ComplianceStore.IdOf(person)}' ORDER BY year")).Select(row => row.Year)];

    private static string Json(PersonCompliance year) => System.Text.Json.JsonSerializer.Serialize(year);

    private sealed record YearRow(int Year);

    /// <summary>Lets something happen when it is asked the time for the nth time: a computation asks once before each group of people.</summary>
    private sealed class InterruptingClock(TimeProvider inner, int call, Func<Task> happen) : TimeProvider
    {
        private int _calls;

        public override DateTimeOffset GetUtcNow()
        {
            if (++_calls == call)
                Task.Run(happen).GetAwaiter().GetResult();
            return inner.GetUtcNow();
        }
    }
}
