using System.Security.Cryptography;
using System.Text;
using Analytics.ClickHouse;
using Microsoft.Extensions.Logging;

namespace Analytics.Schema;

/// <summary>
/// Brings ClickHouse's schema up to date: numbered files, one statement each, forward only, never edited once released. Each is written
/// so that running it twice is harmless, since ClickHouse's DDL knows no transaction.
/// </summary>
public sealed class SchemaMigrator(ClickHouseClient clickHouse, SchemaDialect dialect, ILogger<SchemaMigrator> logger)
{
    private const string Folder = "Analytics.Schema.Migrations";

    public static IReadOnlyList<(string Name, string Sql)> All => EmbeddedSql.LoadAll(typeof(SchemaMigrator).Assembly, Folder);

    /// <exception cref="InvalidOperationException">A migration that was applied has been edited since.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await clickHouse.ExecuteAsync(dialect.Write(EmbeddedSql.Load<SchemaMigrator>("CreateSchemaMigrations")), cancellation: cancellation);
        var applied = (await clickHouse.QueryAsync<AppliedMigration>("SELECT name, checksum FROM schema_migrations", cancellation: cancellation))
            .ToLookup(migration => migration.Name, migration => migration.Checksum);

        foreach (var (name, sql) in All)
        {
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (applied[name].Any(known => known != checksum))
                throw new InvalidOperationException($"Migration {name} was edited after it had been applied; add a new migration instead.");
            if (applied.Contains(name))
                continue;

            await clickHouse.ExecuteAsync(dialect.Write(sql), cancellation: cancellation);
            await clickHouse.InsertAsync("schema_migrations", [new AppliedMigration(name, checksum)], cancellation);
            logger.MigrationApplied(name);
        }
    }

    private sealed record AppliedMigration(string Name, string Checksum);
}
