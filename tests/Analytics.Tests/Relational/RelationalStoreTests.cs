using Analytics.Relational;
using Dapper;
using Testing;

namespace Analytics.Tests.Relational;

public sealed class RelationalStoreTests : IDisposable
{
    private readonly TemporaryStore _temporary = new();

    private RelationalStore Store => _temporary.Store;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Keeps_what_was_written_when_it_is_opened_again()
    {
        await Insert("a");
        _temporary.Reopen();
        Assert.Equal(["a"], await Names());
    }

    [Fact]
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

    [Fact]
    public async Task Writers_at_the_same_time_all_succeed_each_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Insert($"{i:00}"))));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i:00}"), await Names());
    }

    [Fact]
    public async Task Opened_by_two_at_the_same_time_it_is_migrated_once()
    {
        using var other = new RelationalStore(_temporary.Data, TimeProvider.System);
        var connections = await Task.WhenAll(Task.Run(() => Store.OpenAsync(default)), Task.Run(() => other.OpenAsync(default)));
        foreach (var connection in connections)
            await connection.DisposeAsync();
        Assert.Equal(RelationalMigrator.All.Count, await Store.ReadOneAsync<long>("SELECT count(*) FROM schema_migrations", null, default));
    }

    [Fact]
    public async Task Commits_reach_the_disk_and_readers_do_not_block_writers()
    {
        await using var connection = await Store.OpenAsync(default);
        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("PRAGMA synchronous"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task Times_come_back_as_the_same_instant_and_sort_as_text()
    {
        var wib = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.FromHours(7)).AddMicroseconds(5);
        await Store.WriteAsync("INSERT INTO session_keys (name, xml) VALUES (@wib, '')", new { wib }, default);
        Assert.Equal(wib, await Store.ReadOneAsync<DateTimeOffset>("SELECT name FROM session_keys", null, default));
        Assert.Equal(["2026-12-31T16:30:00.000005Z"], await Names());
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        await Insert("a");
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        Assert.Equal(default, File.GetUnixFileMode(Path.Combine(_temporary.Directory, RelationalStore.FileName)) & others);
    }

    private Task Insert(string name) =>
        Store.WriteAsync("INSERT INTO session_keys (name, xml) VALUES (@name, '')", new { name }, default);

    private Task<IReadOnlyList<string>> Names() => Store.ReadAsync<string>("SELECT name FROM session_keys ORDER BY name", null, default);
}
