using Analytics.ClickHouse;
using Analytics.Schema;
using Microsoft.Extensions.Options;
using Testing;

namespace Analytics.Tests.Schema;

[Collection(ClickHouseFixture.Collection)]
public sealed class SchemaDialectTests(ClickHouseFixture clickHouse)
{
    private const string Table = "-- Engine: plain MergeTree.\nCREATE TABLE IF NOT EXISTS things\n(\n  id UUID\n)\nENGINE = ReplacingMergeTree(id)\nORDER BY id";

    [Fact]
    public void For_the_embedded_engine_a_migration_stands_as_it_is_written() => Assert.Equal(Table, SchemaDialect.Embedded.Write(Table));

    [Fact]
    public void On_a_server_an_insert_reaches_the_disk_whatever_the_servers_own_settings()
    {
        Assert.Equal(Table + "\nSETTINGS fsync_after_insert = 1, fsync_part_directory = 1\n", Server().Write(Table));
        Assert.Equal(
            Table + "\nSETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 256", Server().Write(Table + "\nSETTINGS index_granularity = 256"));
    }

    [Fact]
    public void On_a_cluster_a_table_is_made_on_all_hosts_and_replicated()
    {
        var sql = Server(cluster: "nation").Write(Table);
        Assert.StartsWith("-- Engine: plain MergeTree.\nCREATE TABLE IF NOT EXISTS things ON CLUSTER 'nation'\n", sql, StringComparison.Ordinal);
        Assert.Contains("\nENGINE = ReplicatedReplacingMergeTree(id)\n", sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE DATABASE IF NOT EXISTS `lrs`", "CREATE DATABASE IF NOT EXISTS `lrs` ON CLUSTER 'nation'")]
    [InlineData("ALTER TABLE people\nADD COLUMN rank String", "ALTER TABLE people ON CLUSTER 'nation'\nADD COLUMN rank String")]
    [InlineData("CREATE OR REPLACE VIEW dash_x AS SELECT 1", "CREATE OR REPLACE VIEW dash_x ON CLUSTER 'nation' AS SELECT 1")]
    [InlineData("DROP TABLE IF EXISTS things", "DROP TABLE IF EXISTS things ON CLUSTER 'nation'")]
    public void On_a_cluster_every_change_of_the_schema_is_made_on_all_hosts(string written, string expected) =>
        Assert.Equal(expected, Server(cluster: "nation").Write(written));

    [Fact]
    public async Task ClickHouse_can_read_each_migration_as_it_is_written_for_a_cluster()
    {
        var database = await clickHouse.CreateDatabaseAsync();
        foreach (var (name, sql) in SchemaMigrator.All)
        {
            var written = Server(cluster: "nation").Write(sql);
            Assert.True(written.Contains(" ON CLUSTER 'nation'", StringComparison.Ordinal), $"{name} would change one host only.");
            await database.ExecuteAsync("EXPLAIN AST " + written);
        }
    }

    [Fact]
    public async Task A_server_takes_each_migration_twice()
    {
        var database = await clickHouse.CreateEmptyDatabaseAsync();
        foreach (var (_, sql) in SchemaMigrator.All.Concat(SchemaMigrator.All))
            await database.ExecuteAsync(Server().Write(sql));
    }

    private static SchemaDialect Server(string? cluster = null) =>
        new(Options.Create(new ClickHouseServerOptions { Address = "http://clickhouse:8123/lrs", Cluster = cluster }));
}
