using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Analytics;

/// <summary>
/// The one source of traces and the one meter of this program: every span and metric has its name here, by the verbs of the stages. Tags are
/// reasons, providers, jobs and counts; never a person, an address of a request, or what a statement says. Nothing leaves the process unless an
/// exporter is configured (OTEL_EXPORTER_OTLP_ENDPOINT).
/// </summary>
public static class Telemetry
{
    public const string Name = "Lrs";

    /// <summary>Spans: <c>parse</c>, <c>publish</c>, <c>consume</c>, <c>store</c>, and <c>run job</c> for what computes and reports.</summary>
    public static readonly ActivitySource Traces = new(Name);

    public static readonly Meter Meter = new(Name);

    /// <summary>By <c>provider</c>.</summary>
    public static readonly Counter<long> AcceptedRequests = Meter.CreateCounter<long>(
        "lrs.requests.accepted", "{request}", "Requests whose statements were accepted.");

    /// <summary>By <c>provider</c>.</summary>
    public static readonly Counter<long> AcceptedStatements = Meter.CreateCounter<long>(
        "lrs.statements.accepted", "{statement}", "Statements that were acknowledged, those that were there before among them.");

    /// <summary>By <c>provider</c>, <c>status</c> and <c>reason</c>.</summary>
    public static readonly Counter<long> RefusedRequests = Meter.CreateCounter<long>(
        "lrs.requests.refused", "{request}", "Requests that were refused for a fault of the client's.");

    public static readonly Counter<long> StoredStatements = Meter.CreateCounter<long>(
        "analytics.statements.stored", "{statement}", "Statements that ClickHouse has.");

    public static readonly Histogram<long> StoredBatch = Meter.CreateHistogram(
        "analytics.statements.batch", "{statement}", "Statements of one insert.",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 10, 100, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000] });

    public static readonly Histogram<double> StoreDuration = Meter.CreateHistogram(
        "analytics.statements.store.duration", "s", "Time of one insert.", advice: Seconds(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30));

    /// <summary>By <c>reason</c>.</summary>
    public static readonly Counter<long> SetAsideStatements = Meter.CreateCounter<long>(
        "analytics.statements.set_aside", "{statement}", "Accepted statements that cannot be stored and wait to be driven again.");

    public static readonly Counter<long> TriedAgain = Meter.CreateCounter<long>(
        "analytics.statements.tried_again", "{insert}", "Inserts that failed and were tried again.");

    /// <summary>By <c>job.name</c> and <c>outcome</c>.</summary>
    public static readonly Counter<long> JobRuns = Meter.CreateCounter<long>("jobs.runs", "{run}", "Runs of jobs that ended.");

    /// <summary>By <c>job.name</c>.</summary>
    public static readonly Histogram<double> JobDuration = Meter.CreateHistogram(
        "jobs.run.duration", "s", "Time of a run of a job.", advice: Seconds(0.01, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 14_400));

    /// <summary>By <c>job.name</c>.</summary>
    public static readonly Counter<long> JobRows = Meter.CreateCounter<long>(
        "jobs.rows", "{row}", "What runs of jobs did: people computed, reports made.");

    private static readonly ConcurrentDictionary<string, double> LastSuccess = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<object, Func<ConsumerLag?>> Lags = new();
    private static readonly ConcurrentDictionary<object, Func<bool>> Readiness = new();
    private static readonly ConcurrentDictionary<object, string> DataDirectories = new();

    static Telemetry()
    {
        Meter.CreateObservableGauge("jobs.last_success", Successes, "s", "When a job last succeeded in this process, in seconds since 1970.");
        Meter.CreateObservableGauge(
            "analytics.statements.lag", () => Observed(Lags, static lag => lag()?.Statements), "{statement}", "Accepted statements that this process has still to store.");
        Meter.CreateObservableGauge(
            "analytics.statements.lag.time", () => Observed(Lags, static lag => lag()?.Age.TotalSeconds), "s", "Age of the oldest of them.");
        Meter.CreateObservableGauge("lrs.ready", () => Observed(Readiness, static isReady => (long?)(isReady() ? 1 : 0)), null, "1 while this process does its work.");
        Meter.CreateObservableGauge("lrs.data.free", () => Observed(DataDirectories, static path => (long?)new DriveInfo(path).AvailableFreeSpace), "By", "Free space where LRS_DATA is.");
        Meter.CreateObservableGauge("lrs.data.capacity", () => Observed(DataDirectories, static path => (long?)new DriveInfo(path).TotalSize), "By", "Space where LRS_DATA is.");
    }

    /// <summary>Observed until disposed; null while it is not known.</summary>
    public static IDisposable ObserveLag(Func<ConsumerLag?> lag) => Observe(Lags, lag);

    public static IDisposable ObserveReadiness(Func<bool> isReady) => Observe(Readiness, isReady);

    public static IDisposable ObserveData(string directory) => Observe(DataDirectories, directory);

    public static void JobSucceeded(string job, DateTimeOffset at) => LastSuccess[job] = at.ToUnixTimeMilliseconds() / 1_000d;

    private static IEnumerable<Measurement<double>> Successes() =>
        LastSuccess.Select(job => new Measurement<double>(job.Value, new KeyValuePair<string, object?>("job.name", job.Key)));

    private static IEnumerable<Measurement<T>> Observed<TSource, T>(ConcurrentDictionary<object, TSource> sources, Func<TSource, T?> read)
        where T : struct =>
        sources.Values.Select(read).OfType<T>().Select(value => new Measurement<T>(value));

    private static Observation<T> Observe<T>(ConcurrentDictionary<object, T> sources, T source)
    {
        var observation = new Observation<T>(sources);
        sources[observation] = source;
        return observation;
    }

    private static InstrumentAdvice<double> Seconds(params double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };

    private sealed class Observation<T>(ConcurrentDictionary<object, T> sources) : IDisposable
    {
        public void Dispose() => sources.TryRemove(this, out _);
    }
}

/// <summary>What a consumer has still to store, and how old the oldest of it is.</summary>
public readonly record struct ConsumerLag(long Statements, TimeSpan Age);
