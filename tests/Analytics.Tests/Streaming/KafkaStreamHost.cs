using Analytics.ClickHouse;
using Analytics.Schema;
using Analytics.Streaming;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Testing;

namespace Analytics.Tests.Streaming;

/// <summary>A process that publishes and ingests over Kafka, in this one.</summary>
internal sealed class KafkaStreamHost : IAsyncDisposable
{
    private readonly IHost _host;

    private KafkaStreamHost(IHost host) => _host = host;

    public IStatementStream Stream => Service<IStatementStream>();

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public static async Task<KafkaStreamHost> StartAsync(
        KafkaBroker broker, ClickHouseClient database, string prefix, bool ingests = true, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
        [
            new("LRS_KAFKA", broker.Servers), new("LRS_LIBRDKAFKA", KafkaBroker.Library), new("Kafka:TopicPrefix", prefix), new("Kafka:Partitions", "3"),
            new("Kafka:ReadYourWritesWithin", "00:00:30"), .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)),
        ]);
        builder.Services.AddSingleton(database).AddSingleton(SchemaDialect.Embedded).AddSingleton<SchemaMigrator>().AddSingleton<SchemaReady>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<SchemaReady>());
        builder.Services.AddStatementStream(builder.Configuration, ingests);
        var host = new KafkaStreamHost(builder.Build());
        await host._host.StartAsync();
        await Eventually.TrueAsync(() => host.Stream.IsReady);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable asyncHost)
            await asyncHost.DisposeAsync();
        else
            _host.Dispose();
    }
}
