using System.Net.Http.Headers;
using System.Text.Json;
using Analytics.ClickHouse;
using Testing;

namespace EndToEnd.Tests;

/// <summary>docs/operations/backup.md as it is written there: ClickHouse is exported, lost with everything in it, and put back.</summary>
public sealed class RestoreTests : IDisposable
{
    private const string Nip = "198501012009011001";
    private const string Course = "https://lms.example.go.id/course/restored";

    /// <summary>What cannot be made again; the rest is made from these.</summary>
    private static readonly string[] Kept =
        ["statements", "agencies", "people", "identifiers", "activities", "competencies", "manual_credits", "set_aside"];

    private readonly TestDirectory _directory = new();
    private readonly HttpClient _http = ClickHouseClient.CreateHttp();

    public void Dispose()
    {
        _http.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task After_ClickHouse_was_lost_and_put_back_from_an_export_every_answer_is_what_it_was()
    {
        Dictionary<string, byte[]> export;
        string statements, filtered, record;
        await using (var clickHouse = await ClickHouseServer.StartAsync(Path.Combine(_directory.Path, "first")))
        {
            await using var lrs = await StartAsync(clickHouse);
            var api = new NationApi(lrs);
            await api.ImportPersonAsync("RST", Nip, "Siti");
            await api.ImportAsync("activities", "activity_iri,title,provider,form,jp,level", $"{Course},Kursus,lms,KURSUS,10,NATIONAL");
            for (var day = 1; day <= 3; day++)
                await api.PostAsync(Posted.Statement(Guid.NewGuid().ToString(), Posted.Learner(Nip), activity: Course, timestamp: $"2026-03-0{day}T03:00:00Z"));
            record = await RecordAsync(api);
            (statements, filtered) = (await lrs.Root.GetStringAsync("/xapi/statements"), await FilteredAsync(lrs));
            export = [];
            foreach (var table in Kept)
                export[table] = await AskAsync(clickHouse, $"SELECT * FROM {table} FORMAT Native", null);
        }

        Directory.Delete(Path.Combine(_directory.Path, "first"), recursive: true);
        await using var another = await ClickHouseServer.StartAsync(Path.Combine(_directory.Path, "second"));
        Assert.Equal(0, await LrsProcess.RunAsync(Data, "prepare", $"--LRS_CLICKHOUSE={another.Address}"));
        foreach (var (table, rows) in export)
            await AskAsync(another, $"INSERT INTO {table} FORMAT Native", rows);

        await using var again = await StartAsync(another);
        var restored = new NationApi(again);
        await restored.RunAsync("recompute-compliance");
        Assert.Equal(record, await RecordAsync(restored));
        Assert.Equal(statements, await again.Root.GetStringAsync("/xapi/statements"));
        Assert.Equal(filtered, await FilteredAsync(again));
    }

    private string Data => Path.Combine(_directory.Path, "lrs");

    private Task<LrsProcess> StartAsync(ClickHouseServer clickHouse) => LrsProcess.StartAsync(Data, $"--LRS_CLICKHOUSE={clickHouse.Address}");

    private static async Task<string> RecordAsync(NationApi api)
    {
        var person = await api.LookUpAsync(Nip);
        var record = await api.WaitForAsync($"/api/v1/people/{person}/compliance?year=2026", answer => answer.GetProperty("credits").GetArrayLength() == 3);
        Assert.True(record.GetProperty("countedJp").GetDecimal() > 0);
        // All but when it was computed.
        return JsonSerializer.Serialize(record.EnumerateObject().Where(property => property.Name != "computedAt").ToDictionary(property => property.Name, property => property.Value));
    }

    private static Task<string> FilteredAsync(LrsProcess lrs) =>
        lrs.Root.GetStringAsync($"/xapi/statements?activity={Uri.EscapeDataString(Course)}&agent={Uri.EscapeDataString(Posted.Learner(Nip))}");

    /// <summary>As <c>curl --data-binary</c> does.</summary>
    private async Task<byte[]> AskAsync(ClickHouseServer clickHouse, string sql, byte[]? rows)
    {
        var connection = ClickHouseConnection.Parse(clickHouse.Address);
        var query = rows is null ? "" : $"&query={Uri.EscapeDataString(sql)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(connection.Address, $"/?database={connection.Database}{query}"));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{connection.User}:{connection.Password}")));
        request.Content = rows is null ? new StringContent(sql) : new ByteArrayContent(rows);
        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(body));
        return body;
    }
}
