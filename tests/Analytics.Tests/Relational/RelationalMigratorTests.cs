using Analytics.Relational;
using Testing;

namespace Analytics.Tests.Relational;

public class RelationalMigratorTests : IDisposable
{
    private readonly TemporaryStore _temporary;

    public RelationalMigratorTests()
        : this(new TemporaryStore())
    {
    }

    protected RelationalMigratorTests(TemporaryStore temporary) => _temporary = temporary;

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task Opening_again_applies_nothing_again()
    {
        var first = await Applied(_temporary.Store);
        Assert.Equal(RelationalMigrator.All.Count, first.Count);
        Assert.Equal(first, await Applied(_temporary.Reopen()));
    }

    [SkippableFact]
    public async Task Refuses_to_start_on_a_migration_that_was_edited_after_it_ran()
    {
        await _temporary.Store.WriteAsync("UPDATE schema_migrations SET sha256 = 'other' WHERE name LIKE '0001%'", null, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Applied(_temporary.Reopen()));
    }

    [SkippableFact]
    public void Refuses_two_migrations_with_one_number() =>
        Assert.Throws<InvalidOperationException>(() => RelationalMigrator.CheckNumbers([("0001_a", ""), ("0001_b", "")]));

    [SkippableFact]
    public void Every_migration_is_numbered_and_opens_with_a_sentence() =>
        Assert.All(RelationalMigrator.All, migration =>
        {
            Assert.Matches("^[0-9]{4}_[a-z_]+$", migration.Name);
            Assert.Matches(@"^-- [A-Z].*\.\n", migration.Sql);
        });

    [SkippableFact]
    public void A_checkout_with_other_line_ends_is_the_same_migration() =>
        Assert.Equal(RelationalMigrator.Checksum("a\nb"), RelationalMigrator.Checksum("a\r\nb"));

    private static Task<IReadOnlyList<string>> Applied(RelationalStore store) =>
        store.ReadAsync<string>("SELECT name || applied_at FROM schema_migrations ORDER BY name", null, default);
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class RelationalMigratorOnPostgresTests(PostgresFixture postgres) : RelationalMigratorTests(postgres.CreateStore());
