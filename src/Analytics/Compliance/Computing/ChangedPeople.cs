using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>Finds the people whose hours may be other than they were: rather one too many than one too few.</summary>
internal sealed class ChangedPeople(ClickHouseClient clickHouse, RulePacks packs)
{
    private static readonly string ProbeChanges = EmbeddedSql.Load<ChangedPeople>(nameof(ProbeChanges));
    private static readonly string LatestImport = EmbeddedSql.Load<ChangedPeople>(nameof(LatestImport));
    private static readonly string LatestStatement = EmbeddedSql.Load<ChangedPeople>(nameof(LatestStatement));
    private static readonly string ComputeRequestsSince = EmbeddedSql.Load<ChangedPeople>(nameof(ComputeRequestsSince));
    private static readonly string LearnersOfStatements = EmbeddedSql.Load<ChangedPeople>(nameof(LearnersOfStatements));
    private static readonly string LearnersOfActivities = EmbeddedSql.Load<ChangedPeople>(nameof(LearnersOfActivities));
    private static readonly string PeopleOfRegistry = EmbeddedSql.Load<ChangedPeople>(nameof(PeopleOfRegistry));

    private readonly PeopleOfLearners _ofLearners = new(clickHouse, packs);

    public async Task<ChangeCounts> ProbeAsync(
        Watermarks after, DateTimeOffset requestsAfter, DateTimeOffset through, CancellationToken cancellation)
    {
        var parameters = new QueryParameters()
            .Add("statements", after.Statements).Add("through", through).Add("registry", after.Registry).Add("requests", requestsAfter);
        return (await clickHouse.QueryAsync<ChangeCounts>(ProbeChanges, parameters, cancellation))[0];
    }

    public async Task<DateTimeOffset> LatestImportAsync(CancellationToken cancellation) =>
        (await MomentsAsync(LatestImport, null, cancellation)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>How far there are statements, never how late it is: a clock that is set back stores the next ones before that.</summary>
    public async Task<DateTimeOffset> LatestStatementAsync(Watermarks after, DateTimeOffset through, CancellationToken cancellation) =>
        (await MomentsAsync(
            LatestStatement, new QueryParameters().Add("after", after.Statements).Add("through", through), cancellation))
        .Append(after.Statements).Max();

    public async Task<List<ComputeRequest>> RequestsAsync(DateTimeOffset after, int limit, CancellationToken cancellation)
    {
        var requests = new List<ComputeRequest>();
        await foreach (var request in clickHouse.StreamBinaryAsync(
            ComputeRequestsSince,
            new QueryParameters().Add("after", after).Add("limit", limit),
            static (ref RowBinaryReader row) => new ComputeRequest(row.ReadMoment(), row.ReadString(), row.ReadString()),
            cancellation))
            requests.Add(request);
        return requests;
    }

    public async Task<Changed> FindAsync(
        ChangeCounts counts, IReadOnlyCollection<ComputeRequest> requests, Watermarks after, DateTimeOffset through,
        CancellationToken cancellation)
    {
        var span = new QueryParameters().Add("after", after.Statements).Add("through", through);
        var registry = new QueryParameters().Add("registry", after.Registry);
        var learners = Keys(requests, ComputeRequest.Ifi).ToHashSet(StringComparer.Ordinal);
        var activities = Keys(requests, ComputeRequest.Activity).ToList();
        if (counts.Statements > 0)
            learners.UnionWith(await TextsAsync(LearnersOfStatements, span, cancellation));
        if (counts.OfRegistry > 0 || activities.Count > 0)
            learners.UnionWith(await TextsAsync(
                LearnersOfActivities,
                new QueryParameters().Add("registry", after.Registry).AddKeys("wanted_activities", activities),
                cancellation));

        var people = new HashSet<Guid>();
        foreach (var key in Keys(requests, ComputeRequest.Person))
            if (Guid.TryParse(key, out var id))
                people.Add(id);
        if (counts.OfRegistry > 0)
            people.UnionWith(await IdsAsync(PeopleOfRegistry, registry, cancellation));
        Guid[] named = [.. people];
        if (learners.Count > 0)
            people.UnionWith(await _ofLearners.FindAsync(learners, cancellation));
        return new Changed(people, named, learners);
    }

    private static IEnumerable<string> Keys(IEnumerable<ComputeRequest> requests, string kind) =>
        requests.Where(request => request.Kind == kind).Select(request => request.Key);

    private Task<List<string>> TextsAsync(string sql, QueryParameters parameters, CancellationToken cancellation) =>
        ListAsync(sql, parameters, static (ref RowBinaryReader row) => row.ReadString(), cancellation);

    private Task<List<Guid>> IdsAsync(string sql, QueryParameters parameters, CancellationToken cancellation) =>
        ListAsync(sql, parameters, static (ref RowBinaryReader row) => row.ReadGuid(), cancellation);

    private Task<List<DateTimeOffset>> MomentsAsync(string sql, QueryParameters? parameters, CancellationToken cancellation) =>
        ListAsync(sql, parameters, static (ref RowBinaryReader row) => row.ReadMoment(), cancellation);

    private async Task<List<T>> ListAsync<T>(string sql, QueryParameters? parameters, RowBinaryRead<T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await foreach (var row in clickHouse.StreamBinaryAsync(sql, parameters, read, cancellation))
            rows.Add(row);
        return rows;
    }
}

/// <param name="People">Everybody whose hours may be others.</param>
/// <param name="Named">Those of them who are others themselves, or asked for by name.</param>
/// <param name="Learners">Those of whom a statement or an activity is another, whoever they are.</param>
internal sealed record Changed(IReadOnlyCollection<Guid> People, IReadOnlyCollection<Guid> Named, IReadOnlyCollection<string> Learners);

internal sealed record ChangeCounts(long Statements, long Requests, long Activities, long Agencies, long Identifiers, long People)
{
    public bool NothingButRequests => Statements + OfRegistry == 0;

    /// <summary>Of which table tells nothing: a row of another may have come in between the count and <c>LatestImport</c>.</summary>
    public long OfRegistry => Activities + Agencies + Identifiers + People;
}

internal sealed record ComputeRequest(DateTimeOffset RequestedAt, string Kind, string Key)
{
    public const string Person = "person";
    public const string Activity = "activity";
    public const string Ifi = "ifi";

    /// <summary>A kind that this version does not know is taken for everyone: computing too much is harmless.</summary>
    public bool IsForEveryone => Kind is not (Person or Activity or Ifi);
}
