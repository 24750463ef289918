using System.Diagnostics;
using System.Text.Json;
using Analytics.ClickHouse;
using Analytics.Compliance.Computing;
using Analytics.Relational;
using Analytics.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ComplianceNation.Nation;

/// <summary>A nation made by its own database: people, agencies, activities, and nine pieces of learning for each person in two years.</summary>
internal static class NationStore
{
    public const int LearningPerPerson = 9;

    private const string SampleFile = "sample.json";
    private const int PeopleAtOnce = 500_000;
    private const int LearningAtOnce = 2_000_000;

    public static async Task FillAsync(string dataDirectory, int people, int year)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("LRS_DATA", dataDirectory), new("Logging:LogLevel:Default", "Warning")]);
        builder.Services.AddClickHouse().AddRelationalStore().AddSingleton(TimeProvider.System);
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<SchemaReady>().WaitAsync(CancellationToken.None);
        var clickHouse = host.Services.GetRequiredService<ClickHouseClient>();
        foreach (var sql in (string[])["NipOf", "IfiOf", "StatementIdOf", "Agencies", "Activities", "Competencies"])
            await clickHouse.ExecuteAsync(Sql(sql));
        await InSlicesAsync(clickHouse, people, PeopleAtOnce, year, people, ["People", "Identifiers"]);
        await InSlicesAsync(clickHouse, (long)people * LearningPerPerson, LearningAtOnce, year, people, ["Statements"]);

        var started = Stopwatch.GetTimestamp();
        await new StatementIndex(clickHouse).FillAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow, CancellationToken.None);
        Console.WriteLine($"index of statements by learner filled in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
        // What is stored counts as seen, or the service would index it again; by the filters of xAPI nobody asks here, so these it takes for indexed.
        await clickHouse.ExecuteAsync("INSERT INTO statement_keys (key, stored) SELECT 0, max(stored) FROM statements");
        await clickHouse.ExecuteAsync("INSERT INTO activity_definitions (activity, stored) SELECT '', max(stored) FROM statements");
        await clickHouse.ExecuteAsync("INSERT INTO compliance_progress (name, position) SELECT 'statements', max(stored) FROM statements");
        await ShowTablesAsync(clickHouse);
        var sample = await clickHouse.QueryAsync<SomePerson>(
            "SELECT person_id, nip FROM people WHERE person_id IN (SELECT person_id FROM people ORDER BY sipHash64(nip) LIMIT 500) LIMIT 1 BY person_id");
        await File.WriteAllTextAsync(Path.Combine(dataDirectory, SampleFile), JsonSerializer.Serialize(sample));
        await host.StopAsync();
    }

    /// <summary>Five hundred people of it by chance.</summary>
    public static async Task<SomePerson[]> SampleAsync(string dataDirectory) =>
        JsonSerializer.Deserialize<SomePerson[]>(await File.ReadAllTextAsync(Path.Combine(dataDirectory, SampleFile)))!;

    private static string Sql(string name) => EmbeddedSql.Load<TableSize>(name);

    private static async Task InSlicesAsync(ClickHouseClient clickHouse, long all, int atOnce, int year, int people, string[] inserts)
    {
        var started = Stopwatch.GetTimestamp();
        for (var from = 0L; from < all; from += atOnce)
        {
            var slice = new QueryParameters().Add("from", from).Add("to", Math.Min(all, from + atOnce)).Add("year", year).Add("people", people)
                .Add("learning", (long)people * LearningPerPerson);
            foreach (var insert in inserts)
                await clickHouse.ExecuteAsync(Sql(insert), slice);
        }

        Console.WriteLine($"{string.Join(", ", inserts)}: {all:N0} in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    private static async Task ShowTablesAsync(ClickHouseClient clickHouse)
    {
        foreach (var table in await clickHouse.QueryAsync<TableSize>(
            "SELECT table, sum(bytes_on_disk) AS bytes, sum(rows) AS rows FROM system.parts WHERE active AND database = currentDatabase() GROUP BY table HAVING rows > 500"))
            Console.WriteLine($"{table.Table}: {table.Rows:N0} rows, {table.Bytes >> 20:N0} MiB on disk");
    }

    private sealed record TableSize(string Table, long Bytes, long Rows);
}

internal sealed record SomePerson(Guid PersonId, string Nip);
