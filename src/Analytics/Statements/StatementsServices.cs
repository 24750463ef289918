using Analytics.Activities;
using Analytics.Statements.Index;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Statements;

public static class StatementsServices
{
    /// <param name="follows">Whether this process keeps the indexes that reading needs up to date, also while nobody reads.</param>
    public static IServiceCollection AddStatementReader(this IServiceCollection services, bool follows)
    {
        services.AddSingleton<KeyIndex>().AddSingleton<ActivityDefinitions>().AddSingleton<StatementReader>();
        return follows ? services.AddHostedService<KeyIndexing>() : services;
    }
}
