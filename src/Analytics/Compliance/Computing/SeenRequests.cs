namespace Analytics.Compliance.Computing;

/// <summary>
/// The compute requests that were answered lately. A request may become visible after a later one was, so the last minutes are read
/// again each time, and what is known here is left out; after a restart it is computed once more, which is harmless.
/// </summary>
internal sealed class SeenRequests(TimeProvider clock)
{
    private static readonly TimeSpan MayLag = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly HashSet<ComputeRequest> _seen = [];

    /// <summary>From where to read: the watermark, or the time in which a late one may still appear before it.</summary>
    public DateTimeOffset ReadAfter(DateTimeOffset watermark) => Earlier(watermark, clock.GetUtcNow() - MayLag);

    public static DateTimeOffset Last(IReadOnlyCollection<ComputeRequest> requests) =>
        requests.Count == 0 ? DateTimeOffset.UnixEpoch : requests.Max(request => request.RequestedAt);

    public bool Contains(ComputeRequest request)
    {
        lock (_lock)
            return _seen.Contains(request);
    }

    public void Add(IReadOnlyCollection<ComputeRequest> requests)
    {
        var from = clock.GetUtcNow() - MayLag;
        lock (_lock)
        {
            _seen.RemoveWhere(request => request.RequestedAt <= from);
            _seen.UnionWith(requests.Where(request => request.RequestedAt > from));
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
