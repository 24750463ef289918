using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Statements;

public static class StatementsServices
{
    public static IServiceCollection AddStatementReader(this IServiceCollection services) => services.AddSingleton<StatementReader>();
}
