using Analytics.ClickHouse;
using Analytics.Relational;
using Analytics.Schema;
using Microsoft.Extensions.Options;

namespace Lrs;

/// <summary>
/// The verb <c>prepare</c>: makes the tables of both stores, or brings them up to date, and ends. Nothing is computed or followed meanwhile,
/// so what a backup held can be put into the empty tables.
/// </summary>
internal static class PrepareVerb
{
    public const string Name = "prepare";

    public static async Task<int> RunAsync(string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Services.AddClickHouse().AddRelationalStore();
        using var host = builder.Build();
        host.Services.GetService<IStartupValidator>()?.Validate();
        await host.StartAsync();
        await host.Services.GetRequiredService<SchemaReady>().WaitAsync(CancellationToken.None);
        await host.StopAsync();
        return 0;
    }
}
