using System.Runtime.CompilerServices;
using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>Computes some thousands of people together: reads, computes, compares with what stands if asked to, and stores.</summary>
internal sealed class PeopleComputation(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock, ComplianceOptions options)
{
    private static readonly string PeopleInOrder = EmbeddedSql.Load<PeopleReader>(nameof(PeopleInOrder));
    private static readonly string PeopleLeft = EmbeddedSql.Load<PeopleReader>(nameof(PeopleLeft));
    private static readonly string YearsWithLearning = EmbeddedSql.Load<PeopleReader>(nameof(YearsWithLearning));

    private readonly RegistrySnapshots _registry = new(clickHouse);
    private readonly PeopleReader _people = new(clickHouse, packs);
    private readonly PersonYearsTableWriter _writer = new(clickHouse);
    private readonly StandingYears _standing = new(clickHouse);
    private volatile HashSet<int>? _years;

    public Task<ComputationResult> ComputeEveryoneAsync(CancellationToken cancellation) =>
        ComputeInOrderAsync(PeopleInOrder, new QueryParameters(), null, cancellation);

    /// <summary>Computes those that were not computed after a moment, and notes whoever's years are other than they stood.</summary>
    public Task<ComputationResult> RecomputeAsync(DateTimeOffset after, YearDifferences differences, CancellationToken cancellation) =>
        ComputeInOrderAsync(
            PeopleLeft, new QueryParameters().Add("year", Wib.Today(clock).Year).Add("after", after), differences, cancellation);

    public async Task<ComputationResult> ComputeAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var years = _years ?? await ReadYearsAsync(cancellation);
        var result = new ComputationResult(0, 0);
        foreach (var ids in people.Chunk(options.PeopleAtOnce))
            result += await ComputeAsync(ids, years, null, cancellation);
        return result;
    }

    private async Task<ComputationResult> ComputeInOrderAsync(
        string sql, QueryParameters parameters, YearDifferences? differences, CancellationToken cancellation)
    {
        var years = await ReadYearsAsync(cancellation);
        var result = new ComputationResult(0, 0);
        await foreach (var ids in AtOnceAsync(sql, parameters, cancellation))
            result += await ComputeAsync(ids, years, differences, cancellation);
        return result;
    }

    private async Task<ComputationResult> ComputeAsync(
        IReadOnlyCollection<Guid> ids, HashSet<int> years, YearDifferences? differences, CancellationToken cancellation)
    {
        var readAt = clock.GetUtcNow();
        // All of the input after that moment: an older registry would replace what another computation made of the newer one.
        var registry = await _registry.ReadAsync(cancellation);
        var today = Wib.DayOf(readAt);
        var engine = new ComplianceEngine(registry.Activities, packs);
        var people = await _people.ReadAsync(ids, registry, cancellation);
        var rows = people.SelectMany(one => engine.Compute(one.Person, one.Statements, years.Append(today.Year), today)).ToList();
        if (differences is not null)
            differences.Compare(await _standing.ReadAsync(ids, cancellation), rows);
        await _writer.StoreAsync(ids, rows, readAt, cancellation);
        var newYears = rows.Select(row => row.Year).Where(year => IsOfEveryone(year, today) && !years.Contains(year)).ToHashSet();
        if (newYears.Count > 0)
            _years = [.. years, .. newYears];
        return new ComputationResult(people.Count, rows.Count) { NewYear = newYears.Count > 0 };
    }

    private async IAsyncEnumerable<Guid[]> AtOnceAsync(
        string sql, QueryParameters parameters, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ids = new List<Guid>(options.PeopleAtOnce);
        await foreach (var id in clickHouse.StreamBinaryAsync(sql, parameters, static (ref RowBinaryReader row) => row.ReadGuid(), cancellation))
        {
            ids.Add(id);
            if (ids.Count < options.PeopleAtOnce)
                continue;
            yield return [.. ids];
            ids.Clear();
        }
        if (ids.Count > 0)
            yield return [.. ids];
    }

    private async Task<HashSet<int>> ReadYearsAsync(CancellationToken cancellation)
    {
        var today = Wib.Today(clock);
        var rows = await clickHouse.QueryAsync<YearRow>(
            YearsWithLearning, new QueryParameters().Add("verbs", packs.QualifyingVerbs), cancellation);
        return _years = [.. rows.Select(row => row.Year).Where(year => IsOfEveryone(year, today)).Append(today.Year), .. _years ?? []];
    }

    /// <summary>A statement dated far ahead, or before any rule, gives its own learner a year and nobody else.</summary>
    private bool IsOfEveryone(int year, LocalDate today) => year <= today.Year + 1 && packs.On(new LocalDate(year, 12, 31)) is not null;

    private sealed record YearRow(int Year);
}
