using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Analytics.Relational;

/// <summary>
/// Where credentials, users, documents, jobs and schedules are kept: SQLite in <c>LRS_DATA/lrs.db</c>. The first to open it brings the
/// tables up to date, so no caller can meet an old schema.
/// </summary>
public sealed class RelationalStore : IDisposable
{
    public const string FileName = "lrs.db";

    // Per connection, because SQLite forgets them: a commit is on disk when it returns (FULL), and a writer waits for another process.
    private const string ConnectionSettings = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

    private readonly string _connectionString;
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _oneWriter = new(1, 1);
    private readonly SemaphoreSlim _migrating = new(1, 1);
    private volatile bool _migrated;

    static RelationalStore()
    {
        SQLitePCL.Batteries_V2.Init();
        RelationalTypes.Register();
    }

    public RelationalStore(IOptions<DataOptions> options, TimeProvider clock)
    {
        _path = Path.GetFullPath(Path.Combine(options.Value.Directory, FileName));
        _clock = clock;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = true,
        }.ToString();
        DataSource = SqliteFactory.Instance.CreateDataSource(_connectionString);
    }

    /// <summary>The same database for what brings tables and transactions of its own: the clock of the jobs. Only once the store was opened.</summary>
    public DbDataSource DataSource { get; }

    /// <summary>A connection to read with, or to write one statement with. Dispose it: it goes back to a pool.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_migrated)
            await MigrateAsync(cancellationToken);
        return await ConnectAsync(cancellationToken);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction that may write; one at a time in this process, so that writers queue here and not in
    /// SQLite's busy loop. When it returns, what was written is on disk; when it throws, nothing was written.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await _oneWriter.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            // Not deferred: the write lock is taken here, so that a read inside the work can be relied on by the write after it.
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(connection, transaction);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    /// <summary>One writing statement in its own transaction; gives the number of rows it changed.</summary>
    public Task<int> WriteAsync(string sql, object? parameters, CancellationToken cancellationToken) =>
        WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken)),
            cancellationToken);

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))];
    }

    public async Task<T?> ReadOneAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        DataSource.Dispose();
        _oneWriter.Dispose();
        _migrating.Dispose();
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _migrating.WaitAsync(cancellationToken);
        try
        {
            if (_migrated)
                return;
            PrivateDirectory.Create(Path.GetDirectoryName(_path)!);
            await using var connection = await ConnectAsync(cancellationToken);
            PrivateDirectory.RestrictFile(_path);
            await connection.ExecuteAsync("PRAGMA journal_mode=WAL");
            await RelationalMigrator.RunAsync(connection, _clock, cancellationToken);
            _migrated = true;
        }
        finally
        {
            _migrating.Release();
        }
    }

    private async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(ConnectionSettings);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
