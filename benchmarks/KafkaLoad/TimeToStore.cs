using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using StatementLoad;
using Testing;

namespace KafkaLoad;

/// <summary>What a platform sees of the way to the store: how long until a statement that it posted can be queried, and how far the stream is behind.</summary>
internal static class TimeToStore
{
    /// <summary>Posts one statement after the other and asks for each until it is there; milliseconds from POST to there, in order.</summary>
    public static async Task<List<double>> FromPostAsync(LrsProcess service, TimeSpan time)
    {
        using var http = service.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret);
        var random = new Random(3);
        var times = new List<double>();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            var id = Guid.NewGuid();
            var sent = Stopwatch.GetTimestamp();
            using var content = new StringContent(SampleStatement.Json(id, random), Encoding.UTF8, "application/json");
            using var posted = await http.PostAsync("/xapi/statements", content);
            posted.EnsureSuccessStatusCode();
            while (true)
            {
                using var found = await http.GetAsync($"/xapi/statements?statementId={id}");
                if (found.StatusCode == HttpStatusCode.OK)
                    break;
            }

            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    /// <summary>Stored statements a second, from the first that is stored until <paramref name="messages"/> are.</summary>
    public static async Task<double> CatchUpAsync(LrsProcess service, long messages)
    {
        var (first, firstStored) = (0L, 0L);
        while (true)
        {
            var (stored, _) = await StreamAsync(service);
            if (first == 0 && stored > 0)
                (first, firstStored) = (Stopwatch.GetTimestamp(), stored);
            if (stored >= messages)
                return (stored - firstStored) / Stopwatch.GetElapsedTime(first).TotalSeconds;
            await Task.Delay(50);
        }
    }

    /// <summary>Until nothing that was accepted waits.</summary>
    public static async Task AllAsync(LrsProcess service)
    {
        while (await StreamAsync(service) is var (stored, accepted) && stored < accepted)
            await Task.Delay(50);
    }

    private static async Task<(long Stored, long Accepted)> StreamAsync(LrsProcess service)
    {
        while (true)
        {
            using var answer = await service.Root.GetAsync("/api/v1/stream");
            // 503 for a moment, where the store is too busy to be asked.
            if (!answer.IsSuccessStatusCode)
                continue;
            var stream = await answer.Content.ReadFromJsonAsync<JsonElement>();
            var partitions = stream.GetProperty("partitions").EnumerateArray().ToList();
            return (partitions.Sum(partition => partition.GetProperty("stored").GetInt64()), partitions.Sum(partition => partition.GetProperty("accepted").GetInt64()));
        }
    }

    public static string Describe(List<double> times) => string.Create(
        CultureInfo.InvariantCulture, $"{times.Count} statements, p50 {times[times.Count / 2]:N0} ms, p99 {times[(int)(times.Count * 0.99)]:N0} ms, most {times[^1]:N0} ms");
}
