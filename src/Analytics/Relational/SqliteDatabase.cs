using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Analytics.Relational;

/// <summary>SQLite in <c>LRS_DATA/lrs.db</c>: for the processes of one machine.</summary>
internal sealed class SqliteDatabase : IRelationalDatabase
{
    public const string FileName = "lrs.db";

    // Per connection, because SQLite forgets them: a commit is on disk when it returns (FULL), and a writer waits for another process.
    private const string ConnectionSettings = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

    private static readonly TimeSpan LookAtLockEvery = TimeSpan.FromMilliseconds(20);

    private readonly string _connectionString;
    private readonly string _directory;
    private readonly SemaphoreSlim _oneWriter = new(1, 1);

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public SqliteDatabase(string directory)
    {
        _directory = Path.GetFullPath(directory);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = true,
        }.ToString();
        DataSource = SqliteFactory.Instance.CreateDataSource(_connectionString);
    }

    public DbDataSource DataSource { get; }

    private string FilePath => Path.Combine(_directory, FileName);

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        PrivateDirectory.Create(_directory);
        await using var connection = await ConnectAsync(cancellation);
        PrivateDirectory.RestrictFile(FilePath);
        await connection.ExecuteAsync("PRAGMA journal_mode=WAL");
    }

    public async Task<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync(ConnectionSettings);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>It has one writer at a time: those of this process queue here and not in its busy loop.</summary>
    public async Task<IDisposable?> WaitToWriteAsync(CancellationToken cancellation)
    {
        await _oneWriter.WaitAsync(cancellation);
        return new Release(_oneWriter);
    }

    /// <summary>A locked file, which the system unlocks however the process ends.</summary>
    public async Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellation)
    {
        var directory = Path.Combine(_directory, "locks");
        PrivateDirectory.Create(directory);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(directory, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LookAtLockEvery, cancellation);
            }
        }
    }

    public bool IsAway(DbException exception) => false;

    // A transaction takes the write lock when it begins, so none has to.
    public bool GaveWay(DbException exception) => false;

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        DataSource.Dispose();
        _oneWriter.Dispose();
    }

    private sealed class Release(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
