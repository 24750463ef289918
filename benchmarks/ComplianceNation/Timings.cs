using System.Diagnostics;

namespace ComplianceNation;

/// <summary>How long calls take, one after the other: the median and what nineteen of twenty stay under.</summary>
internal static class Timings
{
    public static async Task<string> OfAsync(int calls, Func<int, Task> callAsync)
    {
        var times = new List<double>(calls);
        for (var i = -2; i < calls; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await callAsync(Math.Max(0, i));
            if (i >= 0)
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        return $"p50 {times[times.Count / 2]:N0} ms, p95 {times[times.Count * 95 / 100]:N0} ms, max {times[^1]:N0} ms";
    }
}
