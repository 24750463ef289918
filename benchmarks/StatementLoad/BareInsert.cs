using System.Diagnostics;
using System.Text;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Relational;
using Analytics.Schema;
using Analytics.Streaming;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace StatementLoad;

/// <summary>The ceiling: the same rows, mapped beforehand, inserted into bare ClickHouse in blocks of 10,000.</summary>
internal static class BareInsert
{
    public static async Task RunAsync(string dataDirectory, int rows)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("LRS_DATA", dataDirectory), new("Logging:LogLevel:Default", "Warning")]);
        builder.Services.AddClickHouse().AddRelationalStore().AddSingleton<StatementsTableWriter>().AddSingleton(TimeProvider.System);
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<SchemaReady>().WaitAsync(CancellationToken.None);
        var writer = host.Services.GetRequiredService<StatementsTableWriter>();

        var random = new Random(1);
        var mapping = Stopwatch.GetTimestamp();
        var blocks = Enumerable.Range(0, rows).Select(i => Row(i, random)).Chunk(10_000).ToList();
        Console.WriteLine($"mapping statements to rows, one core: {rows / Stopwatch.GetElapsedTime(mapping).TotalSeconds:N0} rows/s");
        await writer.StoreAsync(blocks[0], CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        foreach (var block in blocks.Skip(1))
            await writer.StoreAsync(block, CancellationToken.None);
        var rate = (rows - blocks[0].Length) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine($"bare ClickHouse, blocks of 10,000: {rate:N0} rows/s");
        await host.StopAsync();
    }

    private static EncodedRow Row(int i, Random random)
    {
        const string Authority = """{"objectType":"Agent","account":{"homePage":"https://lan.go.id/lrs","name":"benchmark"}}""";
        var id = Guid.NewGuid();
        var raw = Encoding.UTF8.GetBytes(SampleStatement.Json(id, random));
        return new EncodedRow(StatementRowMapper.Map(new AcceptedStatement(id, raw, "benchmark", Authority, "2.0.0")))
        {
            Stored = DateTimeOffset.UnixEpoch.AddYears(56).AddMicroseconds(i),
        };
    }
}
