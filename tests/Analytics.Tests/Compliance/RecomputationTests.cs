using Analytics.Compliance;
using Testing;

namespace Analytics.Tests.Compliance;

/// <summary>The night's computation: what it finds, what it says of it, and how it goes on after it was killed.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class RecomputationTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task Finds_no_difference_in_what_changes_gave_and_run_twice_changes_nothing()
    {
        var store = await NationAsync();
        var before = await FiguresAsync(store);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var result = await store.RecomputeAsync();
            Assert.Equal((8, 8, 0, 8), (result.People, result.Rows, result.Differences!.Years, result.Differences.Compared));
            Assert.Equal(before, await FiguresAsync(store));
        }
    }

    [Fact]
    public async Task What_came_in_just_before_is_computed_first_and_is_no_difference()
    {
        var store = await NationAsync();
        await store.SayAsync(ComplianceStore.NipKey(3), activity: "https://lms.example/course/3");
        await store.WithActivityAsync("https://lms.example/course/3", "KURSUS", 5);
        Assert.Equal(0, (await store.RecomputeAsync()).Differences!.Years);
        Assert.Equal(5, (await store.YearAsync(3)).CountedJp);
    }

    [Theory]
    [InlineData("* REPLACE (computed_at + 1 AS computed_at, 0 AS content, 7 AS counted_jp)", "hours 1, requirement or status 0")]
    [InlineData("* REPLACE (computed_at + 1 AS computed_at, 0 AS content, arrayMap(t -> 'Another', credits.title) AS `credits.title`)", "hours 1, requirement or status 0")]
    [InlineData("* REPLACE (computed_at + 1 AS computed_at, 0 AS content, 'MET' AS status)", "requirement or status 1")]
    [InlineData("* REPLACE (computed_at + 1 AS computed_at, 0 AS content, ['GEN.DATA'] AS `covered.competency`, [toDate32('2026-01-01')] AS `covered.date`)", "competencies 1")]
    [InlineData("* REPLACE (computed_at + 1 AS computed_at, 0 AS content, 1 AS gone)", "was missing 1")]
    [InlineData("* REPLACE (computed_at + 1 AS computed_at, 0 AS content, 2019 AS year)", "should not have been 1")]
    public async Task Says_of_whom_it_found_other_than_what_stood_and_sets_it_right(string wrong, string said)
    {
        var store = await NationAsync();
        var right = await FiguresAsync(store);
        await store.Database.ExecuteAsync($"INSERT INTO person_years SELECT {wrong} FROM person_years FINAL WHERE person_id = '{ComplianceStore.IdOf(2)}'");
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        var differences = (await store.RecomputeAsync()).Differences!;
        Assert.Equal(1, differences.Years);
        Assert.Equal(ComplianceStore.IdOf(2), Assert.Single(differences.Examples).PersonId);
        Assert.Contains(said, differences.ToString(), StringComparison.Ordinal);
        Assert.Contains(ComplianceStore.IdOf(2).ToString(), differences.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Person 2", differences.ToString(), StringComparison.Ordinal);
        Assert.Equal(right, await FiguresAsync(store));
        Assert.Equal(0, (await store.RecomputeAsync()).Differences!.Years);
    }

    [Fact]
    public async Task Killed_half_way_it_goes_on_where_it_was_and_readers_saw_whole_years_all_the_time()
    {
        var store = await NationAsync();
        var right = await FiguresAsync(store);
        store.Clock.Advance(TimeSpan.FromHours(1));
        using var killed = new CancellationTokenSource();
        var groups = 0;
        var clock = new InterruptingClock(store.Clock, _ =>
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            if (++groups == 12)
                killed.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.NewComputation(1, clock).RecomputeEveryoneAsync(killed.Token));
        Assert.Equal(right, await FiguresAsync(store));

        // Another process, which sees that it was not ended.
        store.Computation = store.NewComputation(1);
        await store.SayAsync(ComplianceStore.NipKey(4));
        Assert.True((await store.ChangedAsync()).RecomputationIsOpen);
        var rest = await store.RecomputeAsync();
        Assert.InRange(rest.People, 1, 7);
        Assert.Contains("those before the interruption not among them", rest.Differences!.ToString(), StringComparison.Ordinal);
        Assert.Equal(10, (await store.YearAsync(4)).CountedJp);
        Assert.False((await store.ChangedAsync()).RecomputationIsOpen);
        Assert.Equal(8, (await store.RecomputeAsync()).People);
    }

    [Fact]
    public async Task One_that_was_interrupted_yesterday_begins_anew()
    {
        var store = await NationAsync();
        await store.Database.ExecuteAsync("INSERT INTO compliance_progress (name, position) VALUES ('everyone_begun', '2026-11-23 10:00:00')");
        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await store.ChangedAsync()).RecomputationIsOpen);
        Assert.Equal(8, (await store.RecomputeAsync()).People);
    }

    [Fact]
    public async Task Other_rules_compute_everyone_at_once_and_so_do_the_old_ones_again()
    {
        var store = await NationAsync();
        var packs = new RulePacks([.. Learning.Packs.InOrder, SomePack.Read()]);
        foreach (var rules in new[] { packs, Learning.Packs })
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            store.Computation = store.NewComputation(packs: rules);
            Assert.Equal(8, (await store.ChangedAsync()).People);
            Assert.Equal(0, (await store.ChangedAsync()).People);
        }
    }

    /// <summary>Eight people of whom two learnt; computed by changes.</summary>
    private async Task<ComplianceStore> NationAsync()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        foreach (var person in Enumerable.Range(2, 7))
            await store.WithPersonAsync(person);
        await store.WithActivityAsync("https://lms.example/course/2", "ELEARNING", 4.25m, competencies: ["GEN.CYBER"]);
        await store.SayAsync(ComplianceStore.NipKey(2));
        await store.SayAsync(ComplianceStore.NipKey(2), "2026-03-03T08:00:00Z");
        await store.SayAsync(ComplianceStore.NipKey(2), "2026-03-04T08:00:00Z", "https://lms.example/course/2");
        await store.SayAsync(ComplianceStore.NipKey(5));
        await store.ChangedAsync();
        return store;
    }

    private static async Task<string> FiguresAsync(ComplianceStore store) => string.Join('\n', (await store.Database.QueryAsync<Row>(
        "SELECT toString(tuple(* EXCEPT (computed_at))) AS text FROM person_years FINAL ORDER BY person_id, year")).Select(row => row.Text));

    private sealed record Row(string Text);

    private sealed class InterruptingClock(TimeProvider inner, Action<int> happen) : TimeProvider
    {
        private int _calls;

        public override DateTimeOffset GetUtcNow()
        {
            happen(++_calls);
            return inner.GetUtcNow();
        }
    }
}
