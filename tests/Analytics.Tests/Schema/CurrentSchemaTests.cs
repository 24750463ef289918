using System.Text;
using System.Text.RegularExpressions;
using Analytics.ClickHouse;
using Analytics.Schema;
using Testing;

namespace Analytics.Tests.Schema;

/// <summary><c>Schema/current.sql</c> is what the migrations amount to, so that a reader need not replay them.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed partial class CurrentSchemaTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task Is_what_the_migrations_make()
    {
        var client = await clickHouse.CreateDatabaseAsync();
        var tables = await client.QueryAsync<Table>(
            "SELECT name, database, create_table_query AS create FROM system.tables WHERE database = currentDatabase() AND name != 'schema_migrations' ORDER BY name");
        var made = new StringBuilder("-- The schema that all migrations together make; a test compares it with them.\n");
        foreach (var table in tables)
            made.Append(Readable(table.Create.Replace($"{table.Database}.", "", StringComparison.Ordinal))).Append(";\n");

        // Beside the tests' output, to be copied over Schema/current.sql after a new migration.
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "current.sql"), made.ToString());
        Assert.Equal(EmbeddedSql.Load<SchemaMigrator>("current"), made.ToString());
    }

    private static string Readable(string create) =>
        "\n" + OrderOfTable().Replace(create, "\nORDER BY ").Replace(" (`", "\n(\n  `", StringComparison.Ordinal)
            .Replace(", `", ",\n  `", StringComparison.Ordinal)
            .Replace(", INDEX ", ",\n  INDEX ", StringComparison.Ordinal)
            .Replace(", PROJECTION ", ",\n  PROJECTION ", StringComparison.Ordinal)
            .Replace(") ENGINE", "\n)\nENGINE", StringComparison.Ordinal)
            .Replace(" PARTITION BY ", "\nPARTITION BY ", StringComparison.Ordinal)
            .Replace(" PRIMARY KEY ", "\nPRIMARY KEY ", StringComparison.Ordinal)
            .Replace(" TTL ", "\nTTL ", StringComparison.Ordinal)
            .Replace(" SETTINGS ", "\nSETTINGS ", StringComparison.Ordinal);

    // Not that of a projection.
    [GeneratedRegex(@"(?<!\(SELECT [^)]*) ORDER BY ")]
    private static partial Regex OrderOfTable();

    private sealed record Table(string Name, string Database, string Create);
}
