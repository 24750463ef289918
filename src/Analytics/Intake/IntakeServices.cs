using Analytics.ClickHouse;
using Analytics.Streaming;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Intake;

public static class IntakeServices
{
    /// <summary>Adds the questions about what was stored. Needs ClickHouse and the stream.</summary>
    public static IServiceCollection AddIntakeQueries(this IServiceCollection services) => services.AddSingleton(provider =>
        new IntakeQueries(provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<IStatementStream>()));
}
