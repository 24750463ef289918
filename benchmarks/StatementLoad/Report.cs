using System.Globalization;

namespace StatementLoad;

internal static class Report
{
    public static void Print(string name, LoadResult result) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {result.RequestsPerSecond:N0} requests/s, {result.RequestsPerSecond * result.Batch:N0} statements/s, p50 {result.Percentile(0.5):N1} ms, p99 {result.Percentile(0.99):N1} ms, " +
        $"processor ms per request: service {result.Service.TotalMilliseconds / result.Milliseconds.Count:N3}, engine {result.Engine.TotalMilliseconds / result.Milliseconds.Count:N3}"));
}
