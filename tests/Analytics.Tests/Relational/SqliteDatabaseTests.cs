using Analytics.Relational;
using Dapper;
using Testing;

namespace Analytics.Tests.Relational;

/// <summary>What SQLite has to be told.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryStore _temporary = new();

    private RelationalStore Store => _temporary.Store;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Commits_reach_the_disk_and_readers_do_not_block_writers()
    {
        await using var connection = await Store.OpenAsync(default);
        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("PRAGMA synchronous"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        await (await Store.OpenAsync(default)).DisposeAsync();
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        Assert.Equal(default, File.GetUnixFileMode(Path.Combine(_temporary.Directory, RelationalStore.FileName)) & others);
    }
}
