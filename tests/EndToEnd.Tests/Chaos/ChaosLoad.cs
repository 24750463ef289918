using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests.Chaos;

/// <summary>
/// Platforms that post batches over whichever web process lives, repeat what was not acknowledged, send again what was, try another body
/// under an id that is taken, and read back; and a list of every answer that was wrong.
/// </summary>
internal sealed class ChaosLoad(IReadOnlyList<RoleProcess> web, int seed)
{
    private const int Writers = 4;
    private const int Readers = 2;

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Guid, (string Activity, DateTimeOffset At)> _acknowledged = new();
    private readonly ConcurrentQueue<Guid> _order = new();
    private long _tries;
    private long _requests;
    private long _repeated;
    private long _read;
    private long _conflicts;
    private long _conflictsUnseen;

    public IReadOnlyDictionary<Guid, (string Activity, DateTimeOffset At)> Acknowledged => _acknowledged;

    public ConcurrentQueue<string> Wrong { get; } = new();

    public string Counted => string.Create(
        CultureInfo.InvariantCulture,
        $"{_acknowledged.Count} statements acknowledged in {_requests} requests of {_tries} tries, {_repeated} sent again, {_read} read back, {_conflicts} conflicts answered 409, {_conflictsUnseen} acknowledged to be set aside");

    public Task RunAsync() => Task.WhenAll(
    [
        .. Enumerable.Range(0, Writers).Select(writer => WriteAsync(new Random(seed + writer))),
        .. Enumerable.Range(0, Readers).Select(reader => ReadAsync(new Random(seed + 100 + reader))),
    ]);

    public void Stop() => _stop.Cancel();

    private async Task WriteAsync(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            var batch = Enumerable.Range(0, random.Next(1, 20)).Select(number => (Id: Guid.NewGuid(), Activity: $"https://lms.example.go.id/course/{number}")).ToList();
            if (random.Next(3) == 0 && AnyAcknowledged(random) is { } old)
            {
                batch.Add((old.Id, old.Activity));
                Interlocked.Increment(ref _repeated);
            }

            // Until the end: what a platform does that got no answer.
            while (await PostAsync(random, batch) is not HttpStatusCode.OK)
                await Task.Delay(random.Next(20, 200));
            Interlocked.Increment(ref _requests);
            var now = TimeProvider.System.GetUtcNow();
            foreach (var (id, activity) in batch)
            {
                if (_acknowledged.TryAdd(id, (activity, now)))
                    _order.Enqueue(id);
            }

            if (random.Next(10) == 0)
                await ConflictAsync(random);
            await Task.Delay(random.Next(10, 60));
        }
    }

    private async Task ConflictAsync(Random random)
    {
        if (AnyAcknowledged(random) is not { } taken)
            return;
        var status = await PostAsync(random, [(taken.Id, "https://lms.example.go.id/another")], conflicts: true);
        if (status == HttpStatusCode.Conflict)
            Interlocked.Increment(ref _conflicts);
        else if (status == HttpStatusCode.OK)
            Interlocked.Increment(ref _conflictsUnseen);
    }

    private async Task ReadAsync(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(10, 60));
            if (AnyAcknowledged(random) is not { } wanted || Client(random) is not { } client)
                continue;
            try
            {
                using var answer = await client.GetAsync($"/xapi/statements?statementId={wanted.Id}");
                await JudgeAsync(answer, wanted);
            }
            catch (Exception e) when (IsAway(e))
            {
            }
        }
    }

    private async Task JudgeAsync(HttpResponseMessage answer, (Guid Id, string Activity, DateTimeOffset At) wanted)
    {
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            using var statement = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
            var activity = statement.RootElement.GetProperty("object").GetProperty("id").GetString();
            if (activity != wanted.Activity)
                Wrong.Enqueue($"{wanted.Id} was read as {activity}, acknowledged as {wanted.Activity}");
            Interlocked.Increment(ref _read);
        }
        else if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            var through = DateTimeOffset.Parse(answer.Headers.GetValues("X-Experience-API-Consistent-Through").Single(), CultureInfo.InvariantCulture);
            if (through >= wanted.At)
                Wrong.Enqueue($"{wanted.Id}, acknowledged {wanted.At:O}, was not found by an answer consistent through {through:O}");
        }
        else if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
        {
            Wrong.Enqueue($"GET was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task<HttpStatusCode?> PostAsync(Random random, IReadOnlyList<(Guid Id, string Activity)> batch, bool conflicts = false)
    {
        if (Client(random) is not { } client)
            return null;
        Interlocked.Increment(ref _tries);
        try
        {
            var body = "[" + string.Join(',', batch.Select(one => Posted.Statement($"{one.Id}", activity: one.Activity))) + "]";
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync("/xapi/statements", content);
            var isExpected = answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable || (conflicts && answer.StatusCode == HttpStatusCode.Conflict);
            if (!isExpected)
                Wrong.Enqueue($"POST was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            return answer.StatusCode;
        }
        catch (Exception e) when (IsAway(e))
        {
            return null;
        }
    }

    private HttpClient? Client(Random random) => web[random.Next(web.Count)].Client;

    private (Guid Id, string Activity, DateTimeOffset At)? AnyAcknowledged(Random random)
    {
        if (_order.IsEmpty)
            return null;
        // Often the latest ones, which may be on their way still.
        var ids = _order.ToArray();
        var id = random.Next(2) == 0 ? ids[^Math.Min(ids.Length, random.Next(1, 50))] : ids[random.Next(ids.Length)];
        return (id, _acknowledged[id].Activity, _acknowledged[id].At);
    }

    private static bool IsAway(Exception e) => e is HttpRequestException or IOException or TaskCanceledException;
}
