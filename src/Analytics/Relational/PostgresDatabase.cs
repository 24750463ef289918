using System.Data.Common;
using Dapper;
using Npgsql;

namespace Analytics.Relational;

/// <summary>A PostgreSQL: for the processes of any number of machines.</summary>
internal sealed class PostgresDatabase : IRelationalDatabase
{
    private readonly NpgsqlDataSource _source;

    public PostgresDatabase(string connectionString)
    {
        // Named, because its metrics would be called after the connection string.
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = "lrs" };
        builder.ConnectionStringBuilder.ApplicationName ??= "lrs";
        _source = builder.Build();
    }

    public DbDataSource DataSource => _source;

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<DbConnection> ConnectAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    public Task<IDisposable?> WaitToWriteAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    /// <summary>An advisory lock of a session, which ends with the connection; so not through a pool that shares sessions by the transaction.</summary>
    public async Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        try
        {
            // As long as it takes: whoever has it may be laying out tables anew.
            var take = new CommandDefinition("SELECT pg_advisory_lock(hashtextextended(@name, 0))", new { name }, commandTimeout: 0, cancellationToken: cancellation);
            await connection.ExecuteAsync(take);
            return new Held(connection, name);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public bool IsAway(DbException exception) => exception is NpgsqlException { IsTransient: true }
        || exception.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown;

    public bool GaveWay(DbException exception) => exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    public void Dispose() => _source.Dispose();

    private sealed class Held(NpgsqlConnection connection, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // Where it went away, the lock went with it.
            await using (connection)
            {
                if (connection.State == System.Data.ConnectionState.Open)
                    await connection.ExecuteAsync("SELECT pg_advisory_unlock(hashtextextended(@name, 0))", new { name });
            }
        }
    }
}
