namespace Lrs.Intake;

/// <summary>
/// Counts that are not written yet. However many requests are refused, it holds no more than the given number of reasons for a provider
/// and day, one for the rest, and the latest few refusals of a provider; and there are no more providers than LAN made credentials for.
/// </summary>
internal sealed class PendingRefusals(int maxReasonsPerDay)
{
    /// <summary>How many single refusals of a provider are kept.</summary>
    public const int MaxRecent = 20;

    private readonly Dictionary<(string Provider, DateOnly Day), Dictionary<RefusalReason, RefusalCount>> _counts = [];
    private readonly Dictionary<string, Queue<Refusal>> _recent = new(StringComparer.Ordinal);

    public bool IsEmpty => _counts.Count == 0;

    public IEnumerable<Refusal> Recent => _recent.Values.SelectMany(refusals => refusals);

    public IEnumerable<(string Provider, DateOnly Day, RefusalReason Reason, RefusalCount Count)> Counts =>
        from day in _counts
        from reason in day.Value
        select (day.Key.Provider, day.Key.Day, reason.Key, reason.Value);

    public void Add(Refusal refusal, DateOnly day)
    {
        Count(refusal.Provider, day, refusal.Reason, new RefusalCount(1, refusal.RefusedAt));
        Keep(refusal);
    }

    /// <summary>Takes back what could not be written, after which newer ones may have come.</summary>
    public void AddEarlier(PendingRefusals earlier)
    {
        foreach (var (provider, day, reason, count) in earlier.Counts)
            Count(provider, day, reason, count);
        var newer = Recent.ToList();
        _recent.Clear();
        foreach (var refusal in earlier.Recent.Concat(newer))
            Keep(refusal);
    }

    private void Count(string provider, DateOnly day, RefusalReason reason, RefusalCount more)
    {
        if (!_counts.TryGetValue((provider, day), out var reasons))
            _counts[(provider, day)] = reasons = [];
        if (!reasons.ContainsKey(reason) && reasons.Count >= maxReasonsPerDay)
            reason = RefusalReason.Other;
        var sofar = reasons.GetValueOrDefault(reason);
        reasons[reason] = new RefusalCount(sofar.Requests + more.Requests, sofar.LastAt > more.LastAt ? sofar.LastAt : more.LastAt);
    }

    private void Keep(Refusal refusal)
    {
        if (!_recent.TryGetValue(refusal.Provider, out var refusals))
            _recent[refusal.Provider] = refusals = new Queue<Refusal>(MaxRecent);
        if (refusals.Count == MaxRecent)
            refusals.Dequeue();
        refusals.Enqueue(refusal);
    }
}

internal readonly record struct RefusalCount(long Requests, DateTimeOffset LastAt);
