using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>
/// Computes people in groups: everyone in the order of <c>person_years</c>, two groups at once, one reading or storing while the other
/// computes; or some, for a change.
/// </summary>
internal sealed class PeopleComputation(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock, ComplianceOptions options, StatementIndex index)
{
    public const int GroupsAtOnce = 2;

    private static readonly string PeopleAfter = EmbeddedSql.Load<PeopleReader>(nameof(PeopleAfter));
    private static readonly string YearsWithLearning = EmbeddedSql.Load<PeopleReader>(nameof(YearsWithLearning));

    private readonly RegistrySnapshots _registry = new(clickHouse);
    private readonly PeopleReader _people = new(clickHouse, packs);
    private readonly StandingYears _standing = new(clickHouse);
    private volatile HashSet<int>? _years;

    /// <summary>Computes everyone and stores all of it.</summary>
    public Task<ComputationResult> ComputeEveryoneAsync(CancellationToken cancellation) =>
        ComputeInOrderAsync(Recomputation.Fresh, null, _ => Task.CompletedTask, cancellation);

    /// <summary>Computes everyone, or whom an interrupted one has left, stores what is other than what stands, and notes it.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="differences">Where it is noted.</param>
    /// <param name="reachedAsync">Called with the last person up to whom all are stored.</param>
    /// <param name="cancellation">Gives up; what is stored by then is right.</param>
    public Task<ComputationResult> RecomputeAsync(
        Recomputation from, YearDifferences differences, Func<Guid, Task> reachedAsync, CancellationToken cancellation) =>
        ComputeInOrderAsync(from, differences, reachedAsync, cancellation);

    /// <summary>Computes these people, for a change.</summary>
    public async Task<ComputationResult> ComputeAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var years = _years ?? await ReadYearsAsync(cancellation);
        var agencies = new SumAgencies(clickHouse, clock);
        var result = new ComputationResult(0, 0);
        foreach (var ids in people.Chunk(options.PeopleAtOnce))
        {
            // Before the moment that these rows win or lose by: a computation of everyone that missed it has read before that.
            var wanted = WantedPeople.Named(ids);
            await index.FillPeopleAsync(await _people.ReadPeopleAsync(wanted, await _registry.ReadAsync(cancellation), cancellation), cancellation);
            result += await ComputeGroupAsync(wanted, years, agencies, null, evenIfSame: true, cancellation);
        }

        await agencies.SumTouchedAsync(cancellation);
        return result;
    }

    private async Task<ComputationResult> ComputeInOrderAsync(
        Recomputation from, YearDifferences? differences, Func<Guid, Task> reachedAsync, CancellationToken cancellation)
    {
        var (after, groups) = (from.After, 0);
        var years = await ReadYearsAsync(cancellation);
        var agencies = new SumAgencies(clickHouse, clock);
        using var turns = new SemaphoreSlim(GroupsAtOnce);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var last = Task.FromResult(new ComputationResult(0, 0));
        try
        {
            while (!last.IsFaulted && await NextAsync(after, failed.Token) is { Length: > 0 } ids)
            {
                await turns.WaitAsync(failed.Token);
                var evenIfSame = differences is null || groups++ < from.DoubtfulGroups;
                var wanted = WantedPeople.Between(ids[0], ids[^1]);
                last = AfterAsync(last, Task.Run(() => GroupAsync(wanted, evenIfSame), CancellationToken.None), ids[^1]);
                after = ids[^1];
            }
        }
        catch
        {
            await failed.CancelAsync();
            await ((Task)last).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        var result = await last;
        // What was stored before an interruption nobody has touched now.
        await (from.DoubtfulGroups == 0 && differences is not null ? agencies.SumTouchedAsync(cancellation) : agencies.SumAllAsync(cancellation));
        return result;

        async Task<ComputationResult> GroupAsync(WantedPeople wanted, bool evenIfSame)
        {
            try
            {
                return await ComputeGroupAsync(wanted, years, agencies, differences, evenIfSame, failed.Token);
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
        }

        // The turn ends here and not with the group, so that no more groups than have turns are stored past the last that is reached.
        async Task<ComputationResult> AfterAsync(Task<ComputationResult> before, Task<ComputationResult> group, Guid through)
        {
            try
            {
                await Task.WhenAll(before, group);
                var sum = await before + await group;
                await reachedAsync(through);
                return sum;
            }
            finally
            {
                turns.Release();
            }
        }
    }

    private async Task<Guid[]> NextAsync(Guid after, CancellationToken cancellation)
    {
        var ids = new List<Guid>(options.PeopleAtOnce);
        await foreach (var id in clickHouse.StreamBinaryAsync(
            PeopleAfter, new QueryParameters().Add("after", after).Add("limit", options.PeopleAtOnce),
            static (ref RowBinaryReader row) => row.ReadGuid(), cancellation))
            ids.Add(id);
        return [.. ids];
    }

    private async Task<ComputationResult> ComputeGroupAsync(
        WantedPeople wanted, HashSet<int> years, SumAgencies agencies, YearDifferences? differences, bool evenIfSame, CancellationToken cancellation)
    {
        var readAt = clock.GetUtcNow();
        // All of the input after that moment: an older registry would replace what another computation made of the newer one.
        var registry = await _registry.ReadAsync(cancellation);
        var today = Wib.DayOf(readAt);
        var people = await _people.ReadPeopleAsync(wanted, registry, cancellation);
        var rows = new PersonYearsTableWriter(clickHouse, agencies, readAt);
        await rows.ReadStandingAsync(wanted, people, cancellation);
        using var statements = new PersonStatements(clickHouse);
        await statements.ReadAsync(wanted, cancellation);

        var engine = new ComplianceEngine(registry.Activities, packs);
        int[] asked = [.. years.Append(today.Year).Distinct()];
        var others = new List<PersonYear>();
        var computed = new Dictionary<int, long>();
        foreach (var person in people)
            foreach (var year in engine.Compute(person, statements.Of(person.Id), asked, today))
            {
                computed[year.Year] = computed.GetValueOrDefault(year.Year) + 1;
                if (rows.Add(year, evenIfSame) && differences is not null)
                    others.Add(year);
            }

        if (differences is not null)
            await NoteAsync(differences, computed.Values.Sum(), others, rows, cancellation);
        await rows.StoreAsync(cancellation);
        var newYears = computed.Keys.Where(year => IsOfEveryone(year, today) && !years.Contains(year)).ToHashSet();
        if (newYears.Count > 0)
            _years = [.. years, .. newYears];
        return new ComputationResult(people.Count, computed.Values.Sum()) { NewYear = newYears.Count > 0 };
    }

    private async Task NoteAsync(
        YearDifferences differences, long compared, List<PersonYear> others, PersonYearsTableWriter rows, CancellationToken cancellation)
    {
        Guid[] people = [.. others.Select(year => year.PersonId).Concat(rows.Gone.Select(gone => gone.PersonId)).Distinct()];
        var standing = people.Length == 0 ? [] : await _standing.ReadAsync(people, cancellation);
        var changed = others.Select(year => (year.PersonId, year.Year)).Concat(rows.Gone).ToHashSet();
        differences.Compare(compared, standing.Where(one => changed.Contains(one.Key)).ToDictionary(), others);
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

/// <summary>Where a recomputation of everyone begins.</summary>
/// <param name="After">The last person whom one that was interrupted had reached; empty for everyone.</param>
/// <param name="DoubtfulGroups">
/// How many groups are stored though their rows stand already: what was being stored at an interruption may not be in every table.
/// </param>
internal readonly record struct Recomputation(Guid After, int DoubtfulGroups)
{
    public static readonly Recomputation Fresh = new(Guid.Empty, 0);

    public static Recomputation Of(Watermarks before, bool goesOn) =>
        goesOn ? new(before.Through, 2 * PeopleComputation.GroupsAtOnce)
        : before.Begun > before.Everyone ? new(Guid.Empty, int.MaxValue)
        : Fresh;
}
