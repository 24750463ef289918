using System.Text;
using Analytics.Ingest;
using Analytics.Statements;
using Analytics.Statements.Index;
using Analytics.Streaming;
using Testing;

namespace Analytics.Tests.Statements;

/// <summary>Against the words of the specification, told in memory: statements in groups, some of which refer to others, in any order.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class KeyIndexTests(ClickHouseFixture clickHouse)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Written> _written = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Finds_what_matches_or_refers_to_what_matches_whichever_came_first(int seed)
    {
        var random = new Random(seed);
        var database = await clickHouse.CreateDatabaseAsync();
        var all = Enumerable.Range(0, 60).Select(_ => Any(random)).ToList();
        foreach (var statement in all.Where(_ => random.Next(3) > 0))
            statement.Target = random.Next(10) == 0 ? Guid.NewGuid() : all[random.Next(all.Count)].Id;

        var writer = new StatementsTableWriter(database);
        var index = new KeyIndex(database, new NoStream());
        foreach (var group in all.Chunk(7))
        {
            await StoreAsync(writer, group);
            switch (random.Next(4))
            {
                case 0:
                    await index.SettleAsync(CancellationToken.None);
                    break;
                // Killed, with what it had in memory only.
                case 1:
                    index.Dispose();
                    index = new KeyIndex(database, new NoStream());
                    break;
                default:
                    await index.CatchUpAsync(CancellationToken.None);
                    break;
            }

            await index.CatchUpAsync(CancellationToken.None);
            for (var i = 0; i < 12; i++)
                await AssertFindsAsync(index, AnyFilter(random), limit: random.Next(1, 30));
        }

        index.Dispose();
    }

    [Fact]
    public async Task Finds_the_rare_among_frequent_keys_window_by_window()
    {
        var database = await clickHouse.CreateDatabaseAsync();
        // Two values that a hundred thousand statements have each, and three both: more than one window of either.
        await database.ExecuteAsync(
            "INSERT INTO statement_keys SELECT 7, fromUnixTimestamp64Micro(toInt64(number * 2 + 1)), fromUnixTimestamp64Micro(0) FROM numbers(110000) " +
            "UNION ALL SELECT 9, fromUnixTimestamp64Micro(toInt64(number * 2 + 2)), fromUnixTimestamp64Micro(0) FROM numbers(110000) " +
            "UNION ALL SELECT 9, fromUnixTimestamp64Micro(arrayJoin([3, 100001, 219999])), fromUnixTimestamp64Micro(0)");
        var search = new KeySearch(database);
        foreach (var ascending in new[] { true, false })
        {
            var filter = new KeyFilter([7, 9], null, Micros.Least, Micros.Most, ascending);
            long[] all = ascending ? [3, 100001, 219999] : [219999, 100001, 3];
            Assert.Equal(all, await search.FindAsync(filter, 10, CancellationToken.None));
            Assert.Equal(all[..2], await search.FindAsync(filter, 2, CancellationToken.None));
            Assert.Equal(all[1..], await search.FindAsync(filter.From(all[0]), 10, CancellationToken.None));
        }
    }

    private async Task AssertFindsAsync(KeyIndex index, StatementFilter filter, int limit)
    {
        var expected = _written
            .Where(written => (filter.Since is null || written.Stored > filter.Since) && (filter.Until is null || written.Stored <= filter.Until))
            .Where(written => Matches(written, filter.Keys, []))
            .Select(written => Micros.Of(written.Stored));
        expected = filter.Ascending ? expected.Order() : expected.OrderDescending();
        Assert.Equal(expected.Take(limit), await index.FindAsync(KeyFilter.Of(filter, own: null), limit, CancellationToken.None));
    }

    // xAPI Communication 2.1.3, "Filter Conditions for StatementRefs".
    private bool Matches(Written written, IReadOnlyList<ulong> keys, HashSet<Guid> seen) =>
        keys.All(written.Keys.Contains)
        || (written.Target is { } target && seen.Add(written.Id) && _written.Find(other => other.Id == target) is { } referred && Matches(referred, keys, seen));

    private StatementFilter AnyFilter(Random random)
    {
        var keys = new List<ulong>();
        if (random.Next(2) == 0)
            keys.Add(FilterKey.Verb(VerbOf(random.Next(3))));
        if (random.Next(2) == 0 || keys.Count == 0)
            keys.Add(FilterKey.Agent(ActorOf(random.Next(3))));
        if (random.Next(3) == 0)
            keys.Add(FilterKey.Activity(ActivityOf(random.Next(3))));
        return new StatementFilter
        {
            Keys = keys,
            Limit = 1,
            Ascending = random.Next(2) == 0,
            Since = random.Next(4) == 0 ? _written[random.Next(_written.Count)].Stored : null,
            Until = random.Next(4) == 0 ? _written[random.Next(_written.Count)].Stored : null,
        };
    }

    private async Task StoreAsync(StatementsTableWriter writer, IEnumerable<Written> group)
    {
        var rows = new List<EncodedRow>();
        foreach (var written in group)
        {
            written.Stored = Start.AddSeconds(_written.Count);
            _written.Add(written);
            var target = written.Target is { } id ? $$"""{"objectType":"StatementRef","id":"{{id}}"}""" : $$"""{"id":"{{written.Activity}}"}""";
            var raw = Encoding.UTF8.GetBytes($$"""{"actor":{"mbox":"{{written.Actor}}"},"verb":{"id":"{{written.Verb}}"},"object":{{target}}}""");
            rows.Add(new EncodedRow(StatementRowMapper.Map(new AcceptedStatement(written.Id, raw, "p", """{"mbox":"mailto:p@x.example"}""", "2.0.0"))) { Stored = written.Stored });
        }

        await writer.StoreAsync(rows, CancellationToken.None);
    }

    private static Written Any(Random random) => new(Guid.NewGuid(), ActorOf(random.Next(3)), VerbOf(random.Next(3)), ActivityOf(random.Next(3)));

    private static string ActorOf(int number) => $"mailto:a{number}@x.example";

    private static string VerbOf(int number) => $"https://x.example/verb/{number}";

    private static string ActivityOf(int number) => $"https://x.example/activity/{number}";

    private sealed record Written(Guid Id, string Actor, string Verb, string Activity)
    {
        public Guid? Target { get; set; }

        public DateTimeOffset Stored { get; set; }

        public IEnumerable<ulong> Keys => Target is null
            ? [FilterKey.Agent(Actor), FilterKey.Verb(Verb), FilterKey.Activity(Activity)]
            : [FilterKey.Agent(Actor), FilterKey.Verb(Verb)];
    }
}
