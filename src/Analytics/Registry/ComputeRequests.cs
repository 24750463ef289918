using Analytics.ClickHouse;

namespace Analytics.Registry;

/// <summary>
/// Collects whose hours a chunk of an import changes. It is written before the chunk is stored and again after: a crash in between, or a
/// computation that ran just before the rows were there, then misses nobody.
/// </summary>
/// <param name="maxSingle">Beyond so many in one import, everybody is requested instead.</param>
internal sealed class ComputeRequests(ClickHouseClient clickHouse, TimeProvider clock, int maxSingle)
{
    private readonly HashSet<(string Kind, string Key)> _chunk = [];
    private long _total;
    private bool _everyone;

    public void AddPerson(Guid personId) => Add("person", personId.ToString());

    public void AddActivity(string iri) => Add("activity", iri);

    public void AddIfi(string ifi) => Add("ifi", ifi);

    public void AddEveryone() => _everyone = true;

    /// <summary>Forgets the chunk before.</summary>
    public void Begin()
    {
        _chunk.Clear();
        _everyone = false;
    }

    public Task WriteAsync(CancellationToken cancellation)
    {
        IReadOnlyCollection<(string Kind, string Key)> requests = _everyone || _total > maxSingle ? [("everyone", "")] : _chunk;
        if (_chunk.Count == 0 && !_everyone)
            return Task.CompletedTask;
        var now = clock.GetUtcNow();
        return clickHouse.InsertBinaryAsync("INSERT INTO compute_requests (requested_at, kind, key) FORMAT RowBinary", requests, (writer, request) =>
        {
            writer.Write(now);
            writer.Write(request.Kind);
            writer.Write(request.Key);
        }, cancellation);
    }

    private void Add(string kind, string key)
    {
        if (_chunk.Add((kind, key)))
            _total++;
    }
}
