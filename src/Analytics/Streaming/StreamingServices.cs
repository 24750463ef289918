using Analytics.Ingest;
using Analytics.Streaming.Embedded;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Streaming;

public static class StreamingServices
{
    public static IServiceCollection AddStatementStream(this IServiceCollection services)
    {
        services.AddOptions<EmbeddedStreamOptions>().BindConfiguration(EmbeddedStreamOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StatementsTableWriter>();
        services.AddSingleton<EmbeddedStatementStream>();
        services.AddSingleton<IStatementStream>(provider => provider.GetRequiredService<EmbeddedStatementStream>());
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedStatementStream>());
        return services;
    }
}
