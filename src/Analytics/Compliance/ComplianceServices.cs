using Analytics.ClickHouse;
using Analytics.Compliance.Manual;
using Analytics.Streaming;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Compliance;

public static class ComplianceServices
{
    /// <summary>Adds the counting of hours: rule packs, the computation and the questions about its answers.</summary>
    public static IServiceCollection AddCompliance(this IServiceCollection services)
    {
        services.AddOptions<ComplianceOptions>().BindConfiguration(ComplianceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider =>
            RulePackFiles.Load(provider.GetRequiredService<IOptions<ComplianceOptions>>().Value.RulePackDirectory));
        services.AddHostedService<RulePacksAtStart>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ComplianceComputation(
            provider.GetRequiredService<ClickHouseClient>(),
            provider.GetRequiredService<IStatementStream>(),
            provider.GetRequiredService<RulePacks>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<ComplianceOptions>>().Value,
            provider.GetRequiredService<ILogger<ComplianceComputation>>()));
        services.AddSingleton(provider => new ComplianceQueries(
            provider.GetRequiredService<ClickHouseClient>(),
            provider.GetRequiredService<RulePacks>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RulePackList(provider.GetRequiredService<RulePacks>()));
        services.AddSingleton(provider => new RulePackPreview(
            provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<RulePacks>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Transcript.Transcripts(
            provider.GetRequiredService<ComplianceQueries>(), provider.GetRequiredService<RulePacks>()));
        services.AddSingleton(provider => new UnresolvedQueries(
            provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<RulePacks>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ActivityWorths(
            provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<RulePacks>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SharedCertificates(
            provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<RulePacks>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ManualCredits(
            provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ManualClaims(
            provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<RulePacks>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
