using Analytics.Compliance;
using Analytics.Compliance.Computing;
using FsCheck.Fluent;
using Testing;

namespace Analytics.Tests.Compliance;

/// <summary>
/// What holds for any history on its way through the store: many people at once, each with a history of its own, so that one database
/// answers for all of them.
/// </summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class HistoriesInStoreTests(ClickHouseFixture clickHouse)
{
    private const int Histories = 60;
    private const int Size = 25;

    [Fact]
    public async Task Voiding_then_nothing_equals_never_sent()
    {
        var store = await StoreAsync(people: 2 * Histories);
        var histories = Sample();
        for (var i = 0; i < histories.Count; i++)
        {
            var kept = histories[i].Statements.Where((_, at) => at % 3 != 0).ToList();
            await store.SendAsync(histories[i].Statements, person: One(i));
            await store.SendAsync(kept, person: Other(i));
            await store.VoidAsync(histories[i].Statements.Except(kept).Select(gone => ComplianceStore.StatementIdOf(gone.Id, One(i))));
        }

        await store.EveryoneAsync();
        var figures = await FiguresAsync(store);
        AssertSame(histories, figures);
    }

    [Fact]
    public async Task The_order_of_arrival_never_matters_nor_when_it_was_computed_nor_a_statement_sent_twice()
    {
        var store = await StoreAsync(people: 2 * Histories);
        await store.EveryoneAsync();
        var histories = Sample();
        for (var i = 0; i < histories.Count; i++)
            await store.SendAsync(histories[i].Statements, person: One(i));
        foreach (var third in Enumerable.Range(0, 3))
        {
            for (var i = 0; i < histories.Count; i++)
                await store.SendAsync(
                    histories[i].Statements.Shuffled(histories[i].Seed).Where((_, at) => at % 3 == third || at == 0), person: Other(i));
            await store.ChangedAsync();
        }

        var figures = await FiguresAsync(store);
        AssertSame(histories, figures);
        Assert.Equal(0, (await store.RecomputeAsync()).Differences!.Years);
    }

    [Fact]
    public async Task Everyone_in_the_order_of_people_equals_each_one_from_their_own_learners()
    {
        var store = await StoreAsync(people: Histories);
        var histories = Sample();
        for (var i = 0; i < Histories; i++)
        {
            await store.SendAsync(histories[i].Statements, person: i + 1);
            // A mail address that goes from one person to the next in the middle of the year.
            await store.SayAsync($"mailto:{i % 7}@lms.example", $"2026-{1 + (i % 11):D2}-02T08:00:00Z", HistoryGen.IriOf(i % 6));
            await store.IdentifyAsync($"mailto:{i % 7}@lms.example", i + 1, from: i < 7 ? null : "2026-06-01");
        }

        await store.EveryoneAsync();
        await store.SayAsync("mailto:0@lms.example", activity: HistoryGen.IriOf(3));
        await store.ChangedAsync();

        Guid[] ids = [.. Enumerable.Range(1, Histories).Select(ComplianceStore.IdOf)];
        var registry = await new RegistrySnapshots(store.Database).ReadAsync(CancellationToken.None);
        var engine = new ComplianceEngine(registry.Activities, Learning.Packs);
        var standing = await new StandingYears(store.Database).ReadAsync(ids, CancellationToken.None);
        var years = standing.Keys.Select(one => one.Year).Distinct().ToList();
        var people = await new PeopleReader(store.Database, Learning.Packs).ReadAsync(ids, registry, CancellationToken.None);
        var computed = people.SelectMany(one => engine.Compute(one.Person, one.Statements, years, Learning.Today)).ToList();
        var differences = new YearDifferences(goesOn: false);
        differences.Compare(computed.Count, standing, computed);
        Assert.True(differences.Years == 0, differences.ToString());
        Assert.Contains(standing.Values, year => year.Credits.Count > 3);
    }

    /// <summary>The two people of a history, of one kind of ASN.</summary>
    private static int One(int history) => (2 * history) + 1;

    private static int Other(int history) => (2 * history) + 2;

    private static void AssertSame(List<History> histories, Dictionary<int, string> figures)
    {
        for (var i = 0; i < histories.Count; i++)
            Assert.True(figures[One(i)] == figures[Other(i)], $"{histories[i]}\n{figures[One(i)]}\n{figures[Other(i)]}");
        Assert.True(figures.Values.Distinct().Count() > Histories / 2, "The histories are too poor to mean anything.");
    }

    private static List<History> Sample() => [.. HistoryGen.Histories().Generator.Sample(Histories, Size)];

    /// <summary>The activities are those of one history, registered once: the histories share their IRIs.</summary>
    private async Task<ComplianceStore> StoreAsync(int people)
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        await store.WithAgencyAsync();
        foreach (var person in Enumerable.Range(1, people))
            await store.WithPersonAsync(person, type: (person - 1) / 2 % 2 == 0 ? "PNS" : "PPPK");
        var forms = new[] { "ELEARNING", "SELF_LEARN", "COACHING", "BIMTEK", "OJT", "KURSUS" };
        for (var activity = 0; activity < forms.Length; activity++)
            await store.WithActivityAsync(HistoryGen.IriOf(activity), forms[activity], activity % 2 == 0 ? 7.25m : null);
        return store;
    }

    /// <summary>All that is stored of each person, but for who they are and the ids of their statements.</summary>
    private static async Task<Dictionary<int, string>> FiguresAsync(ComplianceStore store)
    {
        var rows = await store.Database.QueryAsync<Row>(
            "SELECT person_id, toString(tuple(* EXCEPT (person_id, name, computed_at, content, `credits.statement_id`))) AS text FROM person_years FINAL ORDER BY year");
        return Enumerable.Range(1, 2 * Histories).ToDictionary(
            person => person,
            person => string.Join('\n', rows.Where(row => row.PersonId == ComplianceStore.IdOf(person)).Select(row => row.Text)));
    }

    private sealed record Row(Guid PersonId, string Text);
}
