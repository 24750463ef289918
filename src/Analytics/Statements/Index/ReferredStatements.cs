using Analytics.Ingest;

namespace Analytics.Statements.Index;

/// <summary>The statements that others refer to, all of them and in memory: they are few, and only they can be voided or found by another's values.</summary>
internal sealed class ReferredStatements(IEnumerable<ulong> targets)
{
    private readonly Lock _gate = new();

    // By FilterKey.Target: a hash, so that one too many may be in it and none is missing.
    private readonly HashSet<ulong> _targets = [.. targets];

    public void Add(Guid id)
    {
        lock (_gate)
            _targets.Add(FilterKey.Target(id));
    }

    public bool MayContain(Guid id)
    {
        lock (_gate)
            return _targets.Contains(FilterKey.Target(id));
    }
}
