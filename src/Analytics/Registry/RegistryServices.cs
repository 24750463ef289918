using Analytics.Compliance;
using Analytics.Relational;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Analytics.Registry;

public static class RegistryServices
{
    /// <summary>Adds the imports and look-ups of the registry. Needs ClickHouse and the relational store.</summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => RulePacks.Embedded());
        services.AddSingleton(provider => new RegistryRules(provider.GetRequiredService<RulePacks>()));
        services.AddSingleton(provider =>
        {
            var secrets = provider.GetRequiredService<InstallationSecrets>();
            return new InstallationKey(() => secrets.InstallationKey);
        });
        services.AddSingleton<PersonIds>();
        services.AddSingleton<RegistryImport>();
        services.AddSingleton<ImportPreview>();
        services.AddSingleton<RegistrySearch>();
        services.AddSingleton<PeopleLookup>();
        services.AddSingleton<AgencyList>();
        services.AddSingleton<PeopleNames>();
        return services;
    }
}
