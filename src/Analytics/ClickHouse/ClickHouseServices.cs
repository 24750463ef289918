using Analytics.ClickHouse.Engine;
using Analytics.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.ClickHouse;

public static class ClickHouseServices
{
    /// <summary>Adds ClickHouse: the embedded engine as a child process, the client, and the schema that is brought up to date at start.</summary>
    public static IServiceCollection AddClickHouse(this IServiceCollection services)
    {
        services.AddOptions<DataOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EngineOptions>().BindConfiguration(EngineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(_ => ClickHouseClient.CreateHttp());
        services.AddSingleton<EmbeddedEngine>();
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedEngine>());
        services.AddSingleton(provider =>
        {
            var engine = provider.GetRequiredService<EmbeddedEngine>();
            return new ClickHouseClient(provider.GetRequiredService<HttpClient>(), () => engine.Connection);
        });
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<SchemaReady>();
        services.AddHostedService(provider => provider.GetRequiredService<SchemaReady>());
        return services;
    }
}
