using System.Diagnostics;
using Analytics.ClickHouse;
using Analytics.Compliance.Computing;
using Analytics.Ingest;
using Analytics.Streaming;
using Microsoft.Extensions.Logging;

namespace Analytics.Compliance;

/// <summary>
/// Computes hours and stores them. A person's row says everything of a year, the watermarks move after the rows are stored, and rows
/// replace by the moment their input was read: so it may be killed anywhere, run twice, or run beside itself.
/// </summary>
public sealed class ComplianceComputation : IDisposable
{
    private static readonly TimeSpan GoOnAfter = TimeSpan.FromMinutes(1);

    // What is kept of a computation beside its figures; another than it was computes everyone once more, as other rules do.
    private const string Form = "/6";

    // As far as ClickHouse's DateTime64 goes.
    private static readonly DateTimeOffset Latest = Micros.Moment(Micros.Most);

    private readonly IStatementStream _stream;
    private readonly TimeProvider _clock;
    private readonly ComplianceOptions _options;
    private readonly ILogger<ComplianceComputation> _logger;
    private readonly RulePacks _packs;
    private readonly string _rules;
    private readonly ComputationProgress _progress;
    private readonly StatementIndex _index;
    private readonly ChangedPeople _changed;
    private readonly PeopleComputation _people;
    private readonly NotRecognised _notRecognised;
    private readonly SeenRequests _seen;
    private readonly SemaphoreSlim _changing = new(1);
    private readonly SemaphoreSlim _recomputing = new(1);
    private DateTimeOffset _recomputedAt = DateTimeOffset.MinValue;

    internal ComplianceComputation(
        ClickHouseClient clickHouse, IStatementStream stream, RulePacks packs, TimeProvider clock, ComplianceOptions options,
        ILogger<ComplianceComputation> logger)
    {
        (_stream, _rules, _clock, _options, _logger) = (stream, packs.Fingerprint + Form, clock, options, logger);
        _seen = new SeenRequests(clock);
        _progress = new ComputationProgress(clickHouse);
        _index = new StatementIndex(clickHouse);
        _changed = new ChangedPeople(clickHouse, packs);
        _people = new PeopleComputation(clickHouse, packs, clock, options, _index);
        _notRecognised = new NotRecognised(clickHouse, packs, clock);
        _packs = packs;
    }

    /// <summary>Computes every person of the registry, <see cref="ComplianceOptions.PeopleAtOnce"/> of them in memory at a time.</summary>
    public async Task<ComputationResult> ComputeEveryoneAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var before = await _progress.ReadAsync(cancellation);
        var through = Later(await FollowableAsync(cancellation), before.Statements);
        var reached = before with
        {
            Statements = await _changed.LatestStatementAsync(before, through, cancellation),
            Registry = await _changed.LatestImportAsync(cancellation),
            Everyone = _clock.GetUtcNow(),
            Rules = _rules,
        };
        var requests = await _changed.RequestsAsync(_seen.ReadAfter(before.Requests), _options.MaxChangedPeople, cancellation);
        await _index.FillAsync(before.Statements, reached.Statements, cancellation);
        // By another form of the computation nothing of them may be there yet.
        var isFilled = before.Rules == _rules;
        await _index.FillIdentifiersAsync(isFilled ? before.Registry : DateTimeOffset.UnixEpoch, all: true, cancellation);
        await _index.FillCertificatesAsync(isFilled ? before.Statements : DateTimeOffset.UnixEpoch, reached.Statements, all: true, cancellation);
        await _index.FillEveryoneAsync(_packs, cancellation);

        var result = await _people.ComputeEveryoneAsync(cancellation);
        await _notRecognised.ComputeEveryoneAsync(cancellation);
        await _progress.MoveAsync(reached with { Requests = Later(SeenRequests.Last(requests), before.Requests) }, cancellation);
        _seen.Add(requests);
        _logger.EveryoneComputed(result.People, result.Rows, Stopwatch.GetElapsedTime(started));
        return result;
    }

    /// <summary>
    /// Computes everyone anew, and says of whom it found other than what stood, before that is replaced. One that was killed today goes on
    /// where it was. What is waiting to be computed is computed first, so that it is no difference.
    /// </summary>
    public async Task<ComputationResult> RecomputeEveryoneAsync(CancellationToken cancellation)
    {
        await _recomputing.WaitAsync(cancellation);
        try
        {
            _recomputedAt = _clock.GetUtcNow();
            await _changing.WaitAsync(cancellation);
            await ChangedThenReleaseAsync(cancellation);
            return await RecomputeAsync(await _progress.ReadAsync(cancellation), cancellation);
        }
        finally
        {
            _recomputing.Release();
        }
    }

    /// <summary>
    /// Computes the people whose statements, registry rows, manual credits or requests came in since the last time. Costs two small queries
    /// when nobody's did; does nothing while another call of it runs in this process.
    /// </summary>
    public async Task<ComputationResult> ComputeChangedAsync(CancellationToken cancellation) =>
        await _changing.WaitAsync(0, cancellation) ? await ChangedThenReleaseAsync(cancellation) : new ComputationResult(0, 0);

    public void Dispose()
    {
        _changing.Dispose();
        _recomputing.Dispose();
    }

    private async Task<ComputationResult> RecomputeAsync(Watermarks before, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var goesOn = before.RecomputationIsOpen(_clock.GetUtcNow());
        var begun = goesOn ? before.Begun : _clock.GetUtcNow();
        if (goesOn)
            _logger.RecomputationGoesOn(begun);
        var from = Recomputation.Of(before, goesOn);
        await _progress.ReachAsync(begun, from.After, cancellation);
        var differences = new YearDifferences(goesOn);
        var result = await _people.RecomputeAsync(
            from, differences, through => _progress.ReachAsync(begun, through, cancellation), cancellation);
        // Nothing but this: the other watermarks are those of the changes, which were computed meanwhile as ever.
        await _progress.MoveAsync(before with { Everyone = begun }, cancellation);
        if (differences.Years == 0)
            _logger.NothingDiffered(result.People, result.Rows, Stopwatch.GetElapsedTime(started));
        else
            _logger.YearsDiffered(result.People, result.Rows, differences);
        return result with { Differences = differences };
    }

    private async Task<ComputationResult> ChangedThenReleaseAsync(CancellationToken cancellation)
    {
        try
        {
            var before = await _progress.ReadAsync(cancellation);
            var now = _clock.GetUtcNow();
            var result = before.EveryoneIsDue(_rules, now)
                ? await ComputeEveryoneAsync(cancellation)
                : await ComputeSinceAsync(before, cancellation);
            return result with { RecomputationIsOpen = IsLeftOpen(before, now) };
        }
        finally
        {
            _changing.Release();
        }
    }

    // By this process, that is: where several compute, the other's recomputation may run twice, which does no harm.
    private bool IsLeftOpen(Watermarks before, DateTimeOffset now) =>
        before.RecomputationIsOpen(now) && _recomputing.CurrentCount > 0 && now > _recomputedAt + GoOnAfter;

    private async Task<ComputationResult> ComputeSinceAsync(Watermarks before, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var through = Later(await FollowableAsync(cancellation), before.Statements);
        var requestsAfter = _seen.ReadAfter(before.Requests);
        var counts = await _changed.ProbeAsync(before, requestsAfter, through, cancellation);
        var requests = counts.Requests == 0 ? [] : await _changed.RequestsAsync(requestsAfter, _options.MaxChangedPeople, cancellation);
        requests.RemoveAll(_seen.Contains);
        if (counts.NothingButRequests && requests.Count == 0)
            return new ComputationResult(0, 0);

        // Read before the people are, so that what is imported meanwhile is found again the next time; and not past what is looked for.
        var registryThrough = counts.OfRegistry == 0 ? before.Registry : await _changed.LatestImportAsync(cancellation);
        through = counts.Statements == 0 ? before.Statements : await _changed.LatestStatementAsync(before, through, cancellation);
        if (counts.Statements > 0)
            await _index.FillAsync(before.Statements, through, cancellation);
        if (counts.OfRegistry > 0)
            await _index.FillIdentifiersAsync(before.Registry, all: counts.Identifiers >= _options.MaxChangedPeople, cancellation);
        var changed = await _changed.FindAsync(counts, requests, before, through, cancellation);
        if (Math.Max(changed.People.Count, requests.Count) >= _options.MaxChangedPeople || requests.Exists(request => request.IsForEveryone))
            return await ComputeEveryoneAsync(cancellation);

        var result = await _people.ComputeAsync(changed.People, cancellation);
        await _notRecognised.ComputeAsync(changed.Learners, changed.Named, cancellation);
        var requestsThrough = Later(SeenRequests.Last(requests), before.Requests);
        await _progress.MoveAsync(
            before with { Statements = through, Registry = registryThrough, Requests = requestsThrough }, cancellation);
        _seen.Add(requests);
        _logger.ChangedComputed(result.People, Stopwatch.GetElapsedTime(started));
        // A year that nobody had until now is a year that everybody employed in it has from now on.
        return result.NewYear ? await ComputeEveryoneAsync(cancellation) : result;
    }

    /// <summary>How far statements may be read: nothing is stored at or before it later, so the watermark passes nothing by.</summary>
    private async Task<DateTimeOffset> FollowableAsync(CancellationToken cancellation)
    {
        await _stream.CatchUpAsync(cancellation);
        var through = _stream.StoredThrough;
        return through < Latest ? through : Latest;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

/// <summary>How many people were computed and how many years of them were stored.</summary>
public sealed record ComputationResult(long People, long Rows)
{
    /// <summary>Of a recomputation of everyone: how what it computed differs from what stood.</summary>
    public YearDifferences? Differences { get; init; }

    /// <summary>Whether a recomputation of everyone was interrupted and waits to go on.</summary>
    public bool RecomputationIsOpen { get; init; }

    /// <summary>Whether a year was among them that no one had before.</summary>
    internal bool NewYear { get; init; }

    public static ComputationResult operator +(ComputationResult a, ComputationResult b) =>
        new(a.People + b.People, a.Rows + b.Rows) { NewYear = a.NewYear || b.NewYear };
}
