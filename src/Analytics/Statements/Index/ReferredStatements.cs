using Analytics.Ingest;

namespace Analytics.Statements.Index;

/// <summary>The statements that others refer to, all of them and in memory: they are few, and only they can be voided or found by another's values.</summary>
/// <param name="targets">By <see cref="FilterKey.Target"/>: a hash, so that one too many may be in it and none is missing. It grows here.</param>
internal sealed class ReferredStatements(HashSet<ulong> targets)
{
    private readonly Lock _gate = new();

    public void Add(Guid id)
    {
        lock (_gate)
            targets.Add(FilterKey.Target(id));
    }

    public bool MayContain(Guid id)
    {
        lock (_gate)
            return targets.Contains(FilterKey.Target(id));
    }
}
