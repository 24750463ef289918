using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Promises 1 and 2: whatever is killed while platforms post, every statement that was acknowledged is there afterwards, once.</summary>
public sealed class NothingAcknowledgedIsLostTests
{
    private const int Clients = 8;

    [Fact]
    public async Task Keeps_every_acknowledged_statement_once_when_the_engine_is_killed()
    {
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(directory.Path);
        var load = new PostingLoad();
        var posting = load.RunAsync(() => lrs, Clients);

        for (var kills = 0; kills < 3; kills++)
        {
            await load.WaitForAcknowledgedAsync(200);
            LrsProcess.Signal(lrs.EngineProcessId() ?? throw new InvalidOperationException("There is no engine."), "-KILL");
            await Task.Delay(200);
            await lrs.WaitUntilReadyAsync();
        }

        await load.WaitForAcknowledgedAsync(200);
        load.Stop();
        await posting;
        await AssertStoredOnceAsync(lrs, load);
    }

    [Fact]
    public async Task Keeps_every_acknowledged_statement_once_when_the_service_is_killed()
    {
        using var directory = new TestDirectory();
        var lrs = await LrsProcess.StartAsync(directory.Path);
        var load = new PostingLoad();
        // Clients go on with the same ids against the service that follows: what a platform does that got no answer.
        var posting = load.RunAsync(() => Volatile.Read(ref lrs), Clients);

        for (var kills = 0; kills < 2; kills++)
        {
            await load.WaitForAcknowledgedAsync(200);
            await lrs.KillAsync();
            await lrs.DisposeAsync();
            Volatile.Write(ref lrs, await LrsProcess.StartAsync(directory.Path));
        }

        await load.WaitForAcknowledgedAsync(200);
        load.Stop();
        await posting;
        await AssertStoredOnceAsync(lrs, load);
        await lrs.DisposeAsync();
    }

    private static async Task AssertStoredOnceAsync(LrsProcess lrs, PostingLoad load)
    {
        Assert.True(load.Acknowledged.Count >= 600, $"The load was too small to mean anything: {load.Acknowledged.Count} acknowledged.");
        Assert.Empty(load.Unexpected);

        var times = new Dictionary<string, int>();
        for (var page = "/xapi/statements?limit=500"; page.Length > 0;)
        {
            var answer = await lrs.Root.GetFromJsonAsync<JsonElement>(page);
            foreach (var statement in answer.GetProperty("statements").EnumerateArray())
            {
                var id = statement.GetProperty("id").GetString()!;
                times[id] = times.GetValueOrDefault(id) + 1;
            }

            page = answer.GetProperty("more").GetString()!;
        }

        Assert.DoesNotContain(load.Acknowledged.Keys, id => !times.ContainsKey(id));
        Assert.DoesNotContain(times, counted => counted.Value != 1);
    }

    /// <summary>Clients that post batches of one to three statements and repeat what was not answered, with the same ids, as the specification asks.</summary>
    private sealed class PostingLoad
    {
        private readonly CancellationTokenSource _stop = new();
        private int _target;

        public ConcurrentDictionary<string, bool> Acknowledged { get; } = new();

        public ConcurrentBag<string> Unexpected { get; } = [];

        public void Stop() => _stop.Cancel();

        public async Task WaitForAcknowledgedAsync(int more)
        {
            _target = Acknowledged.Count + more;
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (Acknowledged.Count < _target)
                await Task.Delay(20, patience.Token);
        }

        public Task RunAsync(Func<LrsProcess> lrs, int clients) =>
            Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => PostAsync(lrs, client))));

        private async Task PostAsync(Func<LrsProcess> lrs, int client)
        {
            while (!_stop.IsCancellationRequested)
            {
                var ids = Enumerable.Range(0, 1 + (client % 3)).Select(_ => Guid.NewGuid().ToString()).ToList();
                var body = "[" + string.Join(',', ids.Select(Statement)) + "]";
                while (!await TryPostAsync(lrs(), body))
                    await Task.Delay(50);
                foreach (var id in ids)
                    Acknowledged[id] = true;
            }
        }

        private async Task<bool> TryPostAsync(LrsProcess lrs, string body)
        {
            try
            {
                using var response = await lrs.Root.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"));
                if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable))
                    Unexpected.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
                return response.StatusCode != HttpStatusCode.ServiceUnavailable;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or ObjectDisposedException)
            {
                return false;
            }
        }

        private static string Statement(string id) => Posted.Statement(id);
    }
}
