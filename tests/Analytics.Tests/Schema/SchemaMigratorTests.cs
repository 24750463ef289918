using Analytics.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Testing;

namespace Analytics.Tests.Schema;

[Collection(ClickHouseFixture.Collection)]
public sealed class SchemaMigratorTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task Applies_each_migration_once()
    {
        var database = await clickHouse.CreateDatabaseAsync();

        await new SchemaMigrator(database, SchemaDialect.Embedded, NullLogger<SchemaMigrator>.Instance).RunAsync(CancellationToken.None);

        var applied = await database.QueryAsync<Migration>("SELECT name FROM schema_migrations ORDER BY name");
        Assert.Equal(SchemaMigrator.All.Select(migration => migration.Name), applied.Select(migration => migration.Name));
    }

    [Fact]
    public async Task Each_migration_may_run_twice()
    {
        var database = await clickHouse.CreateDatabaseAsync();

        foreach (var (_, sql) in SchemaMigrator.All)
            await database.ExecuteAsync(sql);
    }

    private sealed record Migration(string Name);
}
