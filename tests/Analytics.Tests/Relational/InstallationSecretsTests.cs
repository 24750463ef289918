using Analytics.Relational;
using Testing;

namespace Analytics.Tests.Relational;

public class InstallationSecretsTests : IDisposable
{
    private readonly TemporaryStore _temporary;

    public InstallationSecretsTests()
        : this(new TemporaryStore())
    {
    }

    protected InstallationSecretsTests(TemporaryStore temporary) => _temporary = temporary;

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task The_installation_key_is_made_once_and_survives_a_restart()
    {
        var key = await Secrets(_temporary.Store).InstallationKeyAsync(default);
        Assert.Equal(32, key.Length);
        Assert.Equal(key, await Secrets(_temporary.Reopen()).InstallationKeyAsync(default));
    }

    [SkippableFact]
    public async Task Processes_that_start_together_get_the_same_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(async () => await Secrets(_temporary.Store).InstallationKeyAsync(default))));
        Assert.Single(keys.Select(Convert.ToHexString).Distinct());
    }

    [SkippableFact]
    public async Task Another_installation_has_another_key()
    {
        using var elsewhere = new TemporaryStore();
        Assert.NotEqual(
            await Secrets(_temporary.Store).InstallationKeyAsync(default),
            await Secrets(elsewhere.Store).InstallationKeyAsync(default));
    }

    private static InstallationSecrets Secrets(RelationalStore store) => new(store, TimeProvider.System);
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class InstallationSecretsOnPostgresTests(PostgresFixture postgres) : InstallationSecretsTests(postgres.CreateStore());
