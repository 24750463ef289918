using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;

namespace Analytics.Relational;

/// <summary>
/// Where credentials, users, documents, jobs and schedules are kept: the PostgreSQL of <c>LRS_DATABASE</c>, else SQLite in <c>LRS_DATA</c>.
/// The first to open it brings the tables up to date, so no caller can meet an old schema.
/// </summary>
public sealed class RelationalStore : IDisposable
{
    public const string FileName = SqliteDatabase.FileName;

    private const string Migrations = "relational-migrations";
    private const int MaxAttempts = 5;

    private readonly IRelationalDatabase _database;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _migrating = new(1, 1);
    private volatile bool _migrated;

    static RelationalStore() => RelationalTypes.Register();

    public RelationalStore(IOptions<DataOptions> options, TimeProvider clock)
    {
        var data = options.Value;
        _database = string.IsNullOrEmpty(data.Database) ? new SqliteDatabase(data.Directory) : new PostgresDatabase(data.Database);
        _clock = clock;
    }

    /// <summary>The same database for what brings tables and transactions of its own: the clock of the jobs. Only once the store was opened.</summary>
    public DbDataSource DataSource => _database.DataSource;

    /// <summary>A connection to read with, or to write one statement with. Dispose it: it goes back to a pool.</summary>
    /// <exception cref="RelationalStoreAwayException">It cannot be reached now.</exception>
    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => ReachAsync(async () =>
    {
        if (!_migrated)
            await MigrateAsync(cancellationToken);
        return await _database.ConnectAsync(cancellationToken);
    });

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction that may write. When it returns, what was written is on disk; when it throws, nothing was
    /// written. Work that writers of the same rows made give way is run again, so it has no effect but on the database.
    /// </summary>
    /// <remarks>
    /// What the work reads may change before it writes, but for SQLite: a decision on what was read is a condition of the statement that writes.
    /// </remarks>
    /// <exception cref="RelationalStoreAwayException">It cannot be reached now, or went away meanwhile: what was written is not known.</exception>
    public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) => ReachAsync(async () =>
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, cancellationToken);
            }
            catch (DbException exception) when (_database.GaveWay(exception) && attempt < MaxAttempts)
            {
                // The others have written by now.
            }
        }
    });

    /// <summary>One writing statement in its own transaction; gives the number of rows it changed.</summary>
    public Task<int> WriteAsync(string sql, object? parameters, CancellationToken cancellationToken) =>
        WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken)),
            cancellationToken);

    public Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object? parameters, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<T>>(
            async connection => [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))],
            cancellationToken);

    public Task<T?> ReadOneAsync<T>(string sql, object? parameters, CancellationToken cancellationToken) =>
        ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)),
            cancellationToken);

    /// <summary>
    /// Waits until nobody else, in any process on this store, holds the lock of this name. Free when disposed, and when its process dies.
    /// For what only one may do at a time, such as bringing a schema up to date.
    /// </summary>
    public Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken) =>
        ReachAsync(() => _database.LockAsync(name, cancellationToken));

    public void Dispose()
    {
        _database.Dispose();
        _migrating.Dispose();
    }

    // A connection that lay in the pool while the database was started anew is found broken by its first use: read again, on a new one.
    private async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadOnceAsync(read, cancellationToken);
        }
        catch (RelationalStoreAwayException)
        {
            return await ReadOnceAsync(read, cancellationToken);
        }
    }

    private Task<T> ReadOnceAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) => ReachAsync(async () =>
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await read(connection);
    });

    private async Task<T> WriteOnceAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await _database.WaitToWriteAsync(cancellationToken);
        await using var connection = await OpenAsync(cancellationToken);
        // Not deferred: SQLite takes its write lock here, so that no later statement of the work has to give way.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<T> ReachAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException exception) when (_database.IsAway(exception))
        {
            throw new RelationalStoreAwayException(exception);
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _migrating.WaitAsync(cancellationToken);
        try
        {
            if (_migrated)
                return;
            await _database.PrepareAsync(cancellationToken);
            await using var alone = await _database.LockAsync(Migrations, cancellationToken);
            await using var connection = await _database.ConnectAsync(cancellationToken);
            await RelationalMigrator.RunAsync(connection, _clock, cancellationToken);
            _migrated = true;
        }
        finally
        {
            _migrating.Release();
        }
    }
}
