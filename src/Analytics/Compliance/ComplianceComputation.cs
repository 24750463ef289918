using System.Diagnostics;
using Analytics.ClickHouse;
using Analytics.Compliance.Computing;
using Analytics.Streaming;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Analytics.Compliance;

/// <summary>
/// Computes hours and stores them. A person's row says everything of a year, the watermarks move after the rows are stored, and rows
/// replace by the moment their input was read: so it may be killed anywhere, run twice, or run beside itself.
/// </summary>
public sealed class ComplianceComputation
{
    private static readonly string PeopleInOrder = EmbeddedSql.Load<PeopleReader>(nameof(PeopleInOrder));
    private static readonly string YearsWithLearning = EmbeddedSql.Load<PeopleReader>(nameof(YearsWithLearning));

    private readonly ClickHouseClient _clickHouse;
    private readonly IStatementStream _stream;
    private readonly TimeProvider _clock;
    private readonly ComplianceOptions _options;
    private readonly ILogger<ComplianceComputation> _logger;
    private readonly RulePacks _packs;
    private readonly ComputationProgress _progress;
    private readonly StatementIndex _index;
    private readonly ChangedPeople _changed;
    private readonly RegistrySnapshots _registry;
    private readonly PeopleReader _people;
    private readonly PersonYearsTableWriter _writer;
    private readonly SeenRequests _seen;
    private readonly SemaphoreSlim _changing = new(1);
    private volatile HashSet<int>? _years;

    internal ComplianceComputation(
        ClickHouseClient clickHouse, IStatementStream stream, RulePacks packs, TimeProvider clock, ComplianceOptions options,
        ILogger<ComplianceComputation> logger)
    {
        (_clickHouse, _stream, _packs, _clock, _options, _logger) = (clickHouse, stream, packs, clock, options, logger);
        _seen = new SeenRequests(clock);
        _progress = new ComputationProgress(clickHouse);
        _index = new StatementIndex(clickHouse);
        _changed = new ChangedPeople(clickHouse, packs);
        _registry = new RegistrySnapshots(clickHouse);
        _people = new PeopleReader(clickHouse, packs);
        _writer = new PersonYearsTableWriter(clickHouse);
    }

    /// <summary>Computes every person of the registry, <see cref="ComplianceOptions.PeopleAtOnce"/> of them in memory at a time.</summary>
    public async Task<ComputationResult> ComputeEveryoneAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var before = await _progress.ReadAsync(cancellation);
        var through = Later(_stream.ConsistentThrough, before.Statements);
        var reached = new Watermarks(
            await _changed.LatestStatementAsync(before, through, cancellation),
            await _changed.LatestImportAsync(cancellation),
            before.Requests,
            _clock.GetUtcNow());
        var requests = await _changed.RequestsAsync(_seen.ReadAfter(before.Requests), _options.MaxChangedPeople, cancellation);
        await _index.FillAsync(before.Statements, reached.Statements, cancellation);
        var years = _years = await ReadYearsAsync(cancellation);

        var result = new ComputationResult(0, 0);
        await foreach (var ids in PeopleAtOnceAsync(cancellation))
            result += await ComputeAsync(ids, years, cancellation);

        await _progress.MoveAsync(reached with { Requests = Later(SeenRequests.Last(requests), before.Requests) }, cancellation);
        _seen.Add(requests);
        _logger.EveryoneComputed(result.People, result.Rows, Stopwatch.GetElapsedTime(started));
        return result;
    }

    /// <summary>
    /// Computes the people whose statements, registry rows or requests came in since the last time. Costs two small queries when nobody
    /// did; does nothing while another call of it runs in this process.
    /// </summary>
    public async Task<ComputationResult> ComputeChangedAsync(CancellationToken cancellation)
    {
        if (!await _changing.WaitAsync(0, cancellation))
            return new ComputationResult(0, 0);
        try
        {
            var before = await _progress.ReadAsync(cancellation);
            return before.NeverComputed || TodayAt(before.Everyone).Year != TodayAt(_clock.GetUtcNow()).Year
                ? await ComputeEveryoneAsync(cancellation)
                : await ComputeSinceAsync(before, cancellation);
        }
        finally
        {
            _changing.Release();
        }
    }

    private async Task<ComputationResult> ComputeSinceAsync(Watermarks before, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var through = Later(_stream.ConsistentThrough, before.Statements);
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
        var changed = await _changed.FindAsync(counts, requests, before, through, cancellation);
        if (Math.Max(changed.Count, requests.Count) >= _options.MaxChangedPeople || requests.Exists(request => request.IsForEveryone))
            return await ComputeEveryoneAsync(cancellation);

        var result = await ComputeAllAsync(changed, cancellation);
        var requestsThrough = Later(SeenRequests.Last(requests), before.Requests);
        await _progress.MoveAsync(
            before with { Statements = through, Registry = registryThrough, Requests = requestsThrough }, cancellation);
        _seen.Add(requests);
        _logger.ChangedComputed(result.People, Stopwatch.GetElapsedTime(started));
        // A year that nobody had until now is a year that everybody employed in it has from now on.
        return result.NewYear ? await ComputeEveryoneAsync(cancellation) : result;
    }

    private async Task<ComputationResult> ComputeAllAsync(IReadOnlyCollection<Guid> changed, CancellationToken cancellation)
    {
        var years = _years ??= await ReadYearsAsync(cancellation);
        var result = new ComputationResult(0, 0);
        foreach (var ids in changed.Chunk(_options.PeopleAtOnce))
            result += await ComputeAsync(ids, years, cancellation);
        return result;
    }

    private async Task<ComputationResult> ComputeAsync(IReadOnlyCollection<Guid> ids, HashSet<int> years, CancellationToken cancellation)
    {
        var readAt = _clock.GetUtcNow();
        // All of the input after that moment: an older registry would replace what another computation made of the newer one.
        var registry = await _registry.ReadAsync(cancellation);
        var today = TodayAt(readAt);
        var engine = new ComplianceEngine(registry.Activities, _packs);
        var people = await _people.ReadAsync(ids, registry, cancellation);
        var rows = people.SelectMany(one => engine.Compute(one.Person, one.Statements, years.Append(today.Year), today)).ToList();
        await _writer.StoreAsync(ids, rows, readAt, cancellation);
        var newYears = rows.Select(row => row.Year).Where(year => IsOfEveryone(year, today) && !years.Contains(year)).ToHashSet();
        if (newYears.Count > 0)
            _years = [.. years, .. newYears];
        return new ComputationResult(people.Count, rows.Count) { NewYear = newYears.Count > 0 };
    }

    private async IAsyncEnumerable<Guid[]> PeopleAtOnceAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var ids = new List<Guid>(_options.PeopleAtOnce);
        await foreach (var id in _clickHouse.StreamBinaryAsync(
            PeopleInOrder, null, static (ref RowBinaryReader row) => row.ReadGuid(), cancellation))
        {
            ids.Add(id);
            if (ids.Count < _options.PeopleAtOnce)
                continue;
            yield return [.. ids];
            ids.Clear();
        }
        if (ids.Count > 0)
            yield return [.. ids];
    }

    private async Task<HashSet<int>> ReadYearsAsync(CancellationToken cancellation)
    {
        var today = TodayAt(_clock.GetUtcNow());
        var rows = await _clickHouse.QueryAsync<YearRow>(
            YearsWithLearning, new QueryParameters().Add("verbs", _packs.QualifyingVerbs), cancellation);
        return [.. rows.Select(row => row.Year).Where(year => IsOfEveryone(year, today)).Append(today.Year), .. _years ?? []];
    }

    /// <summary>A statement dated far ahead, or before any rule, gives its own learner a year and nobody else.</summary>
    private bool IsOfEveryone(int year, LocalDate today) => year <= today.Year + 1 && _packs.On(new LocalDate(year, 12, 31)) is not null;

    /// <summary>The day it is for the rules: that of WIB, where the year of the nation begins.</summary>
    internal static LocalDate TodayAt(DateTimeOffset now) => Instant.FromDateTimeOffset(now).InZone(RegistrySnapshot.Wib).Date;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed record YearRow(int Year);
}

/// <summary>How many people were computed and how many years of them were stored.</summary>
public sealed record ComputationResult(long People, long Rows)
{
    /// <summary>Whether a year was among them that no one had before.</summary>
    internal bool NewYear { get; init; }

    public static ComputationResult operator +(ComputationResult a, ComputationResult b) =>
        new(a.People + b.People, a.Rows + b.Rows) { NewYear = a.NewYear || b.NewYear };
}
