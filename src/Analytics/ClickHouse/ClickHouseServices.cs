using Analytics.ClickHouse.Engine;
using Analytics.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Analytics.ClickHouse;

public static class ClickHouseServices
{
    /// <summary>
    /// Adds ClickHouse: a server where one is configured, else the embedded engine as a child process; the client of either, and the schema
    /// that is brought up to date at start.
    /// </summary>
    public static IServiceCollection AddClickHouse(this IServiceCollection services)
    {
        services.AddOptions<DataOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EngineOptions>().BindConfiguration(EngineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ClickHouseServerOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(_ => ClickHouseClient.CreateHttp());
        services.AddSingleton<EmbeddedEngine>();
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedEngine>());
        services.AddSingleton(provider =>
        {
            var server = provider.GetRequiredService<IOptions<ClickHouseServerOptions>>().Value.Connection;
            var engine = provider.GetRequiredService<EmbeddedEngine>();
            return new ClickHouseClient(provider.GetRequiredService<HttpClient>(), server is null ? () => engine.Connection : () => server);
        });
        services.AddSingleton<SchemaDialect>();
        services.AddSingleton<ServerDatabase>();
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<SchemaReady>();
        services.AddHostedService(provider => provider.GetRequiredService<SchemaReady>());
        return services;
    }
}
