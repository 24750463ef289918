using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Relational;
using Analytics.Schema;
using Analytics.Statements.Index;
using Analytics.Streaming;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace StatementReads;

/// <summary>
/// Fills a store with statements as a nation's platforms would: a few platforms, courses and people have most of them; one in twenty-five
/// refers to an earlier one.
/// </summary>
internal static class LargeStore
{
    private const int Block = 40_000;

    private static readonly string[] Verbs = ["experienced", "completed", "attempted", "passed", "answered", "failed", "scored", "registered"];

    public static async Task FillAsync(string dataDirectory, int statements)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("LRS_DATA", dataDirectory), new("Logging:LogLevel:Default", "Warning")]);
        builder.Services.AddClickHouse().AddRelationalStore().AddSingleton<StatementsTableWriter>().AddSingleton(TimeProvider.System);
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<SchemaReady>().WaitAsync(CancellationToken.None);
        var writer = host.Services.GetRequiredService<StatementsTableWriter>();

        var blocks = Channel.CreateBounded<List<EncodedRow>>(2);
        var storing = Task.Run(async () =>
        {
            await foreach (var block in blocks.Reader.ReadAllAsync())
                await writer.StoreAsync(block, CancellationToken.None);
        });
        for (var first = 0; first < statements; first += Block)
        {
            var rows = new EncodedRow[Math.Min(Block, statements - first)];
            var from = first;
            Parallel.For(0, rows.Length, i => rows[i] = Row(from + i));
            await blocks.Writer.WriteAsync([.. rows]);
        }

        blocks.Writer.Complete();
        await storing;
        using var index = new KeyIndex(host.Services.GetRequiredService<ClickHouseClient>(), new Testing.NoStream());
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await index.SettleAsync(CancellationToken.None);
        Console.WriteLine($"indexing: {statements / System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds:N0} statements/s");
        foreach (var table in await host.Services.GetRequiredService<ClickHouseClient>().QueryAsync<TableSize>(
            "SELECT table, sum(bytes_on_disk) AS bytes, sum(rows) AS rows FROM system.parts WHERE active AND database = currentDatabase() GROUP BY table HAVING rows > 1000"))
            Console.WriteLine($"{table.Table}: {table.Rows:N0} rows, {table.Bytes >> 20:N0} MiB on disk");
        await host.StopAsync();
    }

    public static Guid IdOf(int number) => new(number, 7, 26, [1, 2, 3, 4, 5, 6, 7, 8]);

    public static string PersonOf(int number) => $$"""{"account":{"homePage":"https://nip.asn.go.id","name":"{{1985_0101_2009L * 10_000_000 + Skewed(number, 1, 300_000)}}"} }""";

    public static string CourseOf(int number) => $"https://lms{Skewed(number, 2, 640)}.example.go.id/course/view.php?id={Skewed(number, 3, 400)}";

    public static Guid RegistrationOf(int number) => new(number / 3, 1, 2, [8, 7, 6, 5, 4, 3, 2, 1]);

    public static string VerbOf(int number) => "http://adlnet.gov/expapi/verbs/" + Verbs[Skewed(number, 4, Verbs.Length)];

    // Of a number, always the same: the cube of a uniform draw, so that the first tenth has nearly half of all.
    private static int Skewed(int number, int kind, int most)
    {
        var hash = System.IO.Hashing.XxHash32.HashToUInt32(BitConverter.GetBytes(number), kind);
        var draw = hash / (double)uint.MaxValue;
        return Math.Min(most - 1, (int)(draw * draw * draw * most));
    }

    private static EncodedRow Row(int number)
    {
        var platform = $"platform{Skewed(number, 2, 640)}";
        var authority = $$$"""{"objectType":"Agent","name":"{{{platform}}}","account":{"homePage":"https://lan.go.id/lrs","name":"{{{platform}}}"}}""";
        var raw = Encoding.UTF8.GetBytes(Json(number));
        return new EncodedRow(StatementRowMapper.Map(new AcceptedStatement(IdOf(number), raw, platform, authority, "2.0.0", MayDefine: number % 20 == 0)))
        {
            Stored = DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(number),
        };
    }

    private static string Json(int number)
    {
        var course = CourseOf(number);
        var target = number % 25 == 24
            ? $$$"""{"objectType":"StatementRef","id":"{{{IdOf(number - 1 - (Skewed(number, 5, Math.Max(1, number / 2))))}}}"}"""
            : $$$$"""{"id":"{{{{course}}}}","definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course","name":{"id":"Kursus {{{{course}}}}","en":"Course"},"description":{"id":"Materi dasar bagi aparatur sipil negara tentang pelayanan publik berbasis digital."} } }""";
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {"id":"{{{IdOf(number)}}}","actor":{{{PersonOf(number)}}},"verb":{"id":"{{{VerbOf(number)}}}","display":{"en-US":"completed","id":"menyelesaikan"}},"object":{{{target}}},
            "result":{"completion":true,"success":true,"duration":"PT2H15M","score":{"scaled":0.87,"raw":{{{Skewed(number, 6, 100)}}},"min":0,"max":100}},
            "context":{"registration":"{{{RegistrationOf(number)}}}","language":"id","contextActivities":{"grouping":[{"id":"https://lms{{{Skewed(number, 2, 640)}}}.example.go.id"}],"parent":[{"id":"{{{course}}}&category=1"}]},"extensions":{"https://lan.go.id/xapi/extensions/jp":2,"https://lan.go.id/xapi/extensions/session":"{{{Guid.NewGuid()}}}"}},
            "timestamp":"2026-03-{{{1 + (number % 28):D2}}}T08:15:30.{{{number % 1000:D3}}}Z"}
            """);
    }

    private sealed record TableSize(string Table, long Bytes, long Rows);
}
