using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Two processes behind a balancer are started anew, one after the other, and no platform notices.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class RollingRestartTests(PostgresFixture postgres)
{
    private const int Clients = 4;

    [SkippableFact]
    public async Task No_request_fails_while_each_process_is_started_anew_under_load()
    {
        KafkaBroker.Require();
        using var directory = new TestDirectory();
        using var kafka = await KafkaBroker.StartAsync();
        await using var clickHouse = await ClickHouseServer.StartAsync(directory.Path);
        var database = postgres.CreateDatabase();
        Task<LrsProcess> StartAsync() => LrsProcess.StartAsync(
            Path.Combine(directory.Path, "lrs"), $"--LRS_KAFKA={kafka.Servers}", $"--LRS_LIBRDKAFKA={KafkaBroker.Library}",
            $"--LRS_CLICKHOUSE={clickHouse.Address}", $"--LRS_DATABASE={database}", "--Stopping:GoOnFor=00:00:05");
        var processes = await Task.WhenAll(StartAsync(), StartAsync());
        await using var proxy = await TinyProxy.StartAsync(processes);

        using var end = new CancellationTokenSource();
        var failed = new ConcurrentBag<string>();
        var posted = new ConcurrentBag<Guid>();
        var load = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => PostUntilAsync(proxy.Address, posted, failed, end.Token)));
        for (var i = 0; i < processes.Length; i++)
        {
            await PostedAsync(posted, posted.Count + 50);
            LrsProcess.Signal(processes[i].ProcessId, "-TERM");
            Assert.Equal(0, await processes[i].ExitedAsync());
            processes[i] = await StartAsync();
            proxy.Replace(i, processes[i]);
        }

        await PostedAsync(posted, posted.Count + 50);
        await end.CancelAsync();
        await load;
        Assert.Empty(failed);
        await Eventually.TrueAsync(async () => (await StoredAsync(clickHouse)).Count >= posted.Count);
        foreach (var process in processes)
            await process.DisposeAsync();
        var stored = await StoredAsync(clickHouse);
        Assert.Equal(posted.Order(), stored.Select(row => row.Id).Order());
        Assert.All(stored, row => Assert.Equal(1UL, row.Times));
    }

    private static async Task PostUntilAsync(Uri address, ConcurrentBag<Guid> posted, ConcurrentBag<string> failed, CancellationToken end)
    {
        using var client = LrsProcess.NewClient(address, LrsProcess.RootKey, LrsProcess.RootSecret);
        while (!end.IsCancellationRequested && failed.IsEmpty)
        {
            var id = Guid.NewGuid();
            using var content = new StringContent(Posted.Statement(id.ToString()), Encoding.UTF8, "application/json");
            try
            {
                using var answer = await client.PostAsync("/xapi/statements", content, CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.OK)
                    posted.Add(id);
                else
                    failed.Add($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
            }
            catch (HttpRequestException exception)
            {
                failed.Add(exception.Message);
            }
        }
    }

    private static async Task PostedAsync(ConcurrentBag<Guid> posted, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (posted.Count < count)
            await Task.Delay(20, patience.Token);
    }

    private static Task<List<Stored>> StoredAsync(ClickHouseServer clickHouse) =>
        clickHouse.NewClient().QueryAsync<Stored>("SELECT id, count() AS times FROM statements GROUP BY id");

    private sealed record Stored(Guid Id, ulong Times);
}
