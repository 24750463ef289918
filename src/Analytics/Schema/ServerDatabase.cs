using Analytics.ClickHouse;
using Analytics.Relational;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Schema;

/// <summary>The database of a ClickHouse server that <c>LRS_CLICKHOUSE</c> names: made where it is missing and the account may make it.</summary>
public sealed class ServerDatabase(
    HttpClient http, IOptions<ClickHouseServerOptions> options, SchemaDialect dialect, RelationalStore store, ILogger<ServerDatabase> logger)
{
    /// <summary>
    /// The database is there, and nobody else changes its schema until what is given back is disposed. ClickHouse has no lock that ends with
    /// its holder; the relational store has. Nothing for the embedded engine, which is one process's and makes its own.
    /// </summary>
    public async Task<IAsyncDisposable?> PrepareAsync(CancellationToken cancellation)
    {
        if (options.Value.Connection is not { } connection)
            return null;
        var alone = await store.LockAsync("clickhouse-schema", cancellation);
        try
        {
            await EnsureAsync(connection, cancellation);
            return alone;
        }
        catch
        {
            await alone.DisposeAsync();
            throw;
        }
    }

    private async Task EnsureAsync(ClickHouseConnection connection, CancellationToken cancellation)
    {
        var server = new ClickHouseClient(http, () => connection with { Database = "default" });
        // An account without the right to make databases may use one that is there.
        var named = new QueryParameters { { "name", connection.Database } };
        if (await server.QueryAsync<Found>("SELECT name FROM system.databases WHERE name = {name:String}", named, cancellation) is [])
            await server.ExecuteAsync(dialect.Write($"CREATE DATABASE IF NOT EXISTS `{connection.Database}`"), cancellation: cancellation);
        var version = await server.QueryAsync<Found>("SELECT version() AS name", cancellation: cancellation);
        logger.ServerReached(connection, version[0].Name);
    }

    private sealed record Found(string Name);
}
