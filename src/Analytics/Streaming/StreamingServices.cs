using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Streaming.Embedded;
using Analytics.Streaming.Kafka;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Analytics.Streaming;

public static class StreamingServices
{
    /// <summary>Adds the statement stream: over Kafka where <c>LRS_KAFKA</c> names it, else the embedded one.</summary>
    /// <param name="ingests">Whether this process stores what Kafka has; without Kafka the one process does.</param>
    public static IServiceCollection AddStatementStream(this IServiceCollection services, IConfiguration configuration, bool ingests)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StatementsTableWriter>();
        services.AddOptions<KafkaConnectionOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KafkaOptions>().BindConfiguration(KafkaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IngestOptions>().BindConfiguration(IngestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EmbeddedStreamOptions>().BindConfiguration(EmbeddedStreamOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (string.IsNullOrEmpty(configuration["LRS_KAFKA"]))
        {
            return services.AddSingleton<StreamClaim>().AddSingleton<EmbeddedStatementStream>()
                .AddSingleton<IStatementStream>(provider => provider.GetRequiredService<EmbeddedStatementStream>())
                .AddHostedService(provider => provider.GetRequiredService<EmbeddedStatementStream>());
        }

        services.AddSingleton<KafkaClients>().AddSingleton<HighWatermarks>().AddSingleton<StatementProducer>().AddSingleton<KnownStatements>();
        services.AddSingleton<IngestProgress>().AddSingleton<SetAsideStatements>().AddSingleton<KafkaStatementStream>();
        services.AddSingleton<IStatementStream>(provider => provider.GetRequiredService<KafkaStatementStream>());
        services.AddSingleton(provider => new StreamPartitions(
            provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<HighWatermarks>(), provider.GetRequiredService<IngestProgress>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<KafkaStatementStream>());
        if (ingests)
        {
            services.AddSingleton<IngestPipeline>().AddHostedService(provider => provider.GetRequiredService<IngestPipeline>());
            services.AddSingleton<IReadiness>(provider => provider.GetRequiredService<IngestPipeline>());
        }

        return services;
    }
}
