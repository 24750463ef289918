using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Testing;

namespace StatementLoad;

/// <summary>Posts statements over a number of connections, each sending its next request as soon as the last is answered.</summary>
internal sealed class LoadClient(LrsProcess service)
{
    public async Task<LoadResult> RunAsync(int connections, int batch, TimeSpan time)
    {
        var latencies = new ConcurrentBag<List<double>>();
        var (serviceBefore, engineBefore) = (ProcessorTime(service.ProcessId), ProcessorTime(service.EngineProcessId()!.Value));
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async connection =>
        {
            using var http = service.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret);
            var own = new List<double>();
            var random = new Random(connection);
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                using var content = new ByteArrayContent(Body(batch, random)) { Headers = { ContentType = new("application/json") } };
                var sent = Stopwatch.GetTimestamp();
                using var response = await http.PostAsync("/xapi/statements", content);
                if (response.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
                await response.Content.CopyToAsync(Stream.Null);
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            latencies.Add(own);
        }));
        return new LoadResult([.. latencies.SelectMany(own => own).Order()], batch, Stopwatch.GetElapsedTime(started))
        {
            Service = ProcessorTime(service.ProcessId) - serviceBefore,
            Engine = ProcessorTime(service.EngineProcessId()!.Value) - engineBefore,
        };
    }

    private static TimeSpan ProcessorTime(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }

    public static byte[] Body(int batch, Random random)
    {
        var json = new StringBuilder(batch == 1 ? "" : "[");
        for (var i = 0; i < batch; i++)
            json.Append(i > 0 ? "," : "").Append(SampleStatement.Json(Guid.NewGuid(), random));
        return Encoding.UTF8.GetBytes(json.Append(batch == 1 ? "" : "]").ToString());
    }
}

internal sealed record LoadResult(IReadOnlyList<double> Milliseconds, int Batch, TimeSpan Time)
{
    /// <summary>Processor time that the service took: unlike the rates, nearly the same on a busy machine.</summary>
    public TimeSpan Service { get; init; }

    /// <summary>Processor time that the ClickHouse engine took, merges included.</summary>
    public TimeSpan Engine { get; init; }

    public double RequestsPerSecond => Milliseconds.Count / Time.TotalSeconds;

    public double Percentile(double share) => Milliseconds[(int)Math.Min(Milliseconds.Count - 1, Milliseconds.Count * share)];
}
