using Analytics.ClickHouse;
using Analytics.Schema;
using Analytics.Streaming;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Testing;

namespace Analytics.Tests.Streaming;

[Collection(ClickHouseFixture.Collection)]
public sealed class EmbeddedStreamContractTests(ClickHouseFixture clickHouse) : StatementStreamContract
{
    protected override async Task<(IStatementStream Stream, ClickHouseClient Database, IAsyncDisposable Running)> StartAsync()
    {
        var database = await clickHouse.CreateDatabaseAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(database).AddSingleton(SchemaDialect.Embedded).AddSingleton<SchemaMigrator>().AddSingleton<SchemaReady>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<SchemaReady>());
        var directory = new TestDirectory();
        builder.Services.Configure<DataOptions>(data => data.Directory = directory.Path);
        builder.Services.AddStatementStream(builder.Configuration, ingests: true);
        var host = builder.Build();
        await host.StartAsync();
        var stream = host.Services.GetRequiredService<IStatementStream>();
        await Eventually.TrueAsync(() => stream.IsReady);
        return (stream, database, new Running(host, directory));
    }

    private sealed class Running(IHost host, TestDirectory directory) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
            directory.Dispose();
        }
    }
}
