using Analytics.Relational;
using Dapper;
using Testing;

namespace Analytics.Tests.Relational;

public class RelationalStoreTests : IDisposable
{
    private readonly TemporaryStore _temporary;

    private RelationalStore Store => _temporary.Store;

    public RelationalStoreTests()
        : this(new TemporaryStore())
    {
    }

    protected RelationalStoreTests(TemporaryStore temporary) => _temporary = temporary;

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task Keeps_what_was_written_when_it_is_opened_again()
    {
        await Insert("a");
        _temporary.Reopen();
        Assert.Equal(["a"], await Names());
    }

    [SkippableFact]
    public async Task Writes_nothing_when_the_work_throws()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync<int>(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("INSERT INTO session_keys (name, xml) VALUES ('a', '')", transaction: transaction);
                throw new InvalidOperationException();
            },
            default));
        Assert.Empty(await Names());
    }

    [SkippableFact]
    public async Task Writers_at_the_same_time_all_succeed_each_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Insert($"{i:00}"))));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i:00}"), await Names());
    }

    [SkippableFact]
    public async Task Opened_by_two_at_the_same_time_it_is_migrated_once()
    {
        using var other = new RelationalStore(_temporary.Data, TimeProvider.System);
        var connections = await Task.WhenAll(Task.Run(() => Store.OpenAsync(default)), Task.Run(() => other.OpenAsync(default)));
        foreach (var connection in connections)
            await connection.DisposeAsync();
        Assert.Equal(RelationalMigrator.All.Count, await Store.ReadOneAsync<long>("SELECT count(*) FROM schema_migrations", null, default));
    }

    [SkippableFact]
    public async Task Times_come_back_as_the_same_instant_and_sort_as_text()
    {
        var wib = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.FromHours(7)).AddMicroseconds(5);
        await Store.WriteAsync("INSERT INTO session_keys (name, xml) VALUES (@wib, '')", new { wib }, default);
        Assert.Equal(wib, await Store.ReadOneAsync<DateTimeOffset>("SELECT name FROM session_keys", null, default));
        Assert.Equal(["2026-12-31T16:30:00.000005Z"], await Names());
    }

    [SkippableFact]
    public async Task A_character_that_PostgreSQL_cannot_keep_stands_as_the_replacement_character()
    {
        await Insert("a\0b");
        Assert.Equal(["a\uFFFDb"], await Names());
    }

    [SkippableFact]
    public async Task A_lock_is_one_holders_among_all_processes()
    {
        using var other = new RelationalStore(_temporary.Data, TimeProvider.System);
        var held = await Store.LockAsync("topics", default);
        await using (await other.LockAsync("something-else", default))
        {
            var waiting = other.LockAsync("topics", default);
            Assert.NotSame(waiting, await Task.WhenAny(waiting, Insert("meanwhile")));
            await held.DisposeAsync();
            await (await waiting).DisposeAsync();
        }

        await (await Store.LockAsync("topics", default)).DisposeAsync();
    }

    [SkippableFact]
    public async Task Work_that_writers_of_the_same_rows_made_give_way_is_run_again()
    {
        await Insert("a");
        await Insert("b");
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        // Each changes one row, and then the other's. SQLite lets the second begin when the first has ended; PostgreSQL would wait forever.
        await Task.WhenAll(ChangeAsync("a", "b", first, second), ChangeAsync("b", "a", second, first));
        Assert.Equal(["++", "++"], await Store.ReadAsync<string>("SELECT xml FROM session_keys ORDER BY name", null, default));

        Task<int> ChangeAsync(string one, string two, TaskCompletionSource mine, TaskCompletionSource others) => Store.WriteAsync(
            async (connection, transaction) =>
            {
                const string change = "UPDATE session_keys SET xml = xml || '+' WHERE name = @name";
                await connection.ExecuteAsync(change, new { name = one }, transaction);
                mine.TrySetResult();
                await Task.WhenAny(others.Task, Task.Delay(TimeSpan.FromMilliseconds(200)));
                return await connection.ExecuteAsync(change, new { name = two }, transaction);
            },
            default);
    }

    private Task Insert(string name) =>
        Store.WriteAsync("INSERT INTO session_keys (name, xml) VALUES (@name, '')", new { name }, default);

    private Task<IReadOnlyList<string>> Names() => Store.ReadAsync<string>("SELECT name FROM session_keys ORDER BY name", null, default);
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class RelationalStoreOnPostgresTests(PostgresFixture postgres) : RelationalStoreTests(postgres.CreateStore());
