using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Analytics.ClickHouse;
using Dapper;

namespace Analytics.Relational;

/// <summary>
/// Brings the relational store up to date: the numbered files in <c>Migrations/</c>, in order, each once. All that are missing go in one
/// transaction, so that a crash leaves the old schema or the new one.
/// </summary>
internal static class RelationalMigrator
{
    private const string CreateTable =
        "CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)";

    public static IReadOnlyList<(string Name, string Sql)> All { get; } =
        EmbeddedSql.LoadAll(typeof(RelationalMigrator).Assembly, "Analytics.Relational.Migrations");

    public static async Task RunAsync(DbConnection connection, TimeProvider clock, CancellationToken cancellationToken)
    {
        CheckNumbers(All);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(CreateTable, transaction: transaction);
        var applied = (await connection.QueryAsync<(string Name, string Sha256)>(
            "SELECT name, sha256 FROM schema_migrations", transaction: transaction)).ToDictionary(row => row.Name, row => row.Sha256);
        foreach (var (name, sql) in All)
        {
            if (applied.TryGetValue(name, out var checksum))
                CheckUnedited(name, checksum, Checksum(sql));
            else
                await ApplyAsync(connection, transaction, name, sql, clock.GetUtcNow());
        }

        await transaction.CommitAsync(cancellationToken);
    }

    internal static void CheckNumbers(IEnumerable<(string Name, string Sql)> migrations)
    {
        var twice = migrations.GroupBy(migration => migration.Name[..4]).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new InvalidOperationException($"Two migrations have the number {twice.Key}: {string.Join(", ", twice.Select(m => m.Name))}.");
    }

    internal static string Checksum(string sql) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));

    private static void CheckUnedited(string name, string applied, string now)
    {
        if (applied != now)
            throw new InvalidOperationException($"The migration {name} was edited after it was applied here. Write a further migration instead.");
    }

    private static async Task ApplyAsync(DbConnection connection, DbTransaction transaction, string name, string sql, DateTimeOffset now)
    {
        await connection.ExecuteAsync(sql, transaction: transaction);
        await connection.ExecuteAsync(
            "INSERT INTO schema_migrations (name, sha256, applied_at) VALUES (@name, @sha256, @now)",
            new { name, sha256 = Checksum(sql), now },
            transaction);
    }
}
