using Analytics.ClickHouse;
using Analytics.ClickHouse.Engine;
using Analytics.Relational;
using Analytics.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Testing;

/// <summary>
/// One real ClickHouse engine for the tests of a collection, in a directory that goes when they end. Each test makes itself a database:
/// <c>await clickHouse.CreateDatabaseAsync()</c>. A test project declares the collection:
/// <c>[CollectionDefinition(ClickHouseFixture.Collection)] public sealed class ClickHouseCollection : ICollectionFixture&lt;ClickHouseFixture&gt;;</c>
/// </summary>
public sealed class ClickHouseFixture : IAsyncLifetime
{
    public const string Collection = "ClickHouse";

    private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(1);

    private readonly IHost _host;
    private int _databases;

    public ClickHouseFixture()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("LRS_DATA", DataDirectory)]);
        builder.Services.AddClickHouse().AddRelationalStore();
        _host = builder.Build();
    }

    /// <summary>Not under <c>/tmp</c>, which may be slow or in memory.</summary>
    public string DataDirectory { get; } = Path.Combine(
        Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath(), "lrs-tests-" + Guid.NewGuid().ToString("N"));

    /// <summary>The engine: its connection, and its process for tests that kill it.</summary>
    public EmbeddedEngine Engine => _host.Services.GetRequiredService<EmbeddedEngine>();

    /// <summary>Makes a database of its own with the whole schema, and a client that speaks to it, also after the engine was started anew.</summary>
    public async Task<ClickHouseClient> CreateDatabaseAsync()
    {
        var client = await CreateEmptyDatabaseAsync();
        await new SchemaMigrator(client, SchemaDialect.Embedded, NullLogger<SchemaMigrator>.Instance).RunAsync(CancellationToken.None);
        return client;
    }

    public async Task<ClickHouseClient> CreateEmptyDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await _host.Services.GetRequiredService<ClickHouseClient>().ExecuteAsync($"CREATE DATABASE {name}");
        var http = _host.Services.GetRequiredService<HttpClient>();
        return new ClickHouseClient(http, () => Engine.Connection with { Database = name });
    }

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(DataDirectory);
        await _host.StartAsync();
        using var patience = new CancellationTokenSource(StartWithin);
        await _host.Services.GetRequiredService<SchemaReady>().WaitAsync(patience.Token);
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(DataDirectory, recursive: true);
    }
}
