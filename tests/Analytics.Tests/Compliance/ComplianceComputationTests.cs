using Analytics.Compliance;
using Testing;

namespace Analytics.Tests.Compliance;

/// <summary>Everyone's computation, and what is stored of it.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class ComplianceComputationTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task Stores_everything_the_engine_answered()
    {
        var store = await (await (await ComplianceStore.FilledAsync(clickHouse)).WithPersonAsync(2, agency: "BMKG", type: "PPPK")).WithActivityAsync(
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
        var store = await ComplianceStore.FilledAsync(clickHouse);
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
    public async Task An_activity_changed_while_everyone_is_computed_is_not_undone_by_it()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
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
    public async Task Killed_before_the_watermark_moved_it_computes_the_same_again()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
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
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.SayAsync();
        await store.ChangedAsync();
        await store.Database.ExecuteAsync("INSERT INTO person_years SELECT * REPLACE (computed_at - INTERVAL 1 HOUR AS computed_at, 0 AS counted_jp) FROM person_years FINAL");
        Assert.Equal(10, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task Everyone_is_computed_a_few_at_a_time_with_the_same_answer()
    {
        var store = await ComplianceStore.FilledAsync(clickHouse);
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
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithPersonAsync(2, from: "2024-12-31");
        await store.WithPersonAsync(3, from: "2025-01-01");
        await store.SayAsync(at: "2024-03-02T08:00:00Z");
        await store.ChangedAsync();
        Assert.Equal([2024, 2026], await store.YearsOfAsync(2));
        Assert.Equal([2026], await store.YearsOfAsync(3));
    }

    [Fact]
    public async Task A_new_year_begins_for_everyone_at_midnight_in_Jakarta()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        store.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 16, 59, 0, TimeSpan.Zero));
        await store.ChangedAsync();
        Assert.Equal([2026], await store.YearsOfAsync(1));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.ChangedAsync();
        Assert.Equal([2026, 2027], await store.YearsOfAsync(1));
        Assert.Equal(0, (await store.ChangedAsync()).People);
    }

    [Fact]
    public async Task More_people_than_one_parameter_holds_are_computed_together()
    {
        var store = await ComplianceStore.FilledAsync(clickHouse);
        await store.Database.ExecuteAsync("INSERT INTO people (person_id, nip, employment_type, agency_code) " +
            "SELECT generateUUIDv4(), concat('199001012015031', leftPad(toString(number), 3, '0')), 'PNS', 'LAN' FROM numbers(100, 4000)");
        Assert.Equal(4001, (await store.EveryoneAsync()).People);
    }

    [Fact]
    public async Task The_first_change_ever_computes_everyone() =>
        Assert.Equal(1, (await (await ComplianceStore.FilledAsync(clickHouse)).ChangedAsync()).People);

    [Fact]
    public async Task A_person_without_a_row_is_computed_while_one_waits_and_one_not_registered_is_nobody()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        Assert.Equal(("UNMET", 0m, 2019), ((await store.YearAsync(year: 2019)).Status, (await store.YearAsync(year: 2019)).CountedJp, (await store.YearAsync(year: 2019)).Year));
        Assert.Null(await store.Queries.PersonAsync(ComplianceStore.IdOf(99), 2026, CancellationToken.None));
    }

    private static string Json(PersonCompliance year) => System.Text.Json.JsonSerializer.Serialize(year);

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
