using Analytics.Activities;
using Analytics.Statements.Index;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Statements;

public static class StatementsServices
{
    public static IServiceCollection AddStatementReader(this IServiceCollection services) => services
        .AddSingleton<KeyIndex>()
        .AddSingleton<ActivityDefinitions>()
        .AddSingleton<StatementReader>()
        .AddHostedService<KeyIndexing>();
}
