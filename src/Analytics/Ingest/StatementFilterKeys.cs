using System.Collections.Concurrent;
using System.Text;

namespace Analytics.Ingest;

/// <summary>Collects every value by which <c>GET /xapi/statements</c> can find a statement (xAPI Communication 2.1.3).</summary>
internal sealed class StatementFilterKeys
{
    // One for each platform, so a few hundred.
    private static readonly ConcurrentDictionary<string, ulong[]> AuthorityKeys = new(StringComparer.Ordinal);

    private readonly List<ulong> _keys = new(16);

    public void Add(ulong key) => _keys.Add(key);

    /// <param name="isDirect">Whether it is found without <c>related_activities</c>, too.</param>
    public void AddActivity(string iri, bool isDirect)
    {
        _keys.Add(FilterKey.RelatedActivity(iri));
        if (isDirect)
            _keys.Add(FilterKey.Activity(iri));
    }

    /// <summary>A Group is found by its members, too.</summary>
    /// <param name="isDirect">Whether it is found without <c>related_agents</c>, too.</param>
    public void AddAgent(in ActorIfis actor, bool isDirect)
    {
        AddIfi(actor.Own, isDirect);
        foreach (var member in actor.Members)
            AddIfi(member, isDirect);
    }

    public void AddAuthority(string authority) => _keys.AddRange(AuthorityKeys.GetOrAdd(authority, KeysOfAuthority));

    /// <summary>Each key once: a Group may name somebody a hundred thousand times.</summary>
    public ulong[] ToArray()
    {
        _keys.Sort();
        var distinct = 0;
        for (var i = 0; i < _keys.Count; i++)
        {
            if (i == 0 || _keys[i] != _keys[i - 1])
                _keys[distinct++] = _keys[i];
        }

        return [.. _keys[..distinct]];
    }

    private static ulong[] KeysOfAuthority(string authority)
    {
        var keys = new StatementFilterKeys();
        var reader = StatementJson.Open(Encoding.UTF8.GetBytes(authority));
        keys.AddAgent(ActorIfis.Of(ref reader), isDirect: false);
        return [.. keys._keys];
    }

    private void AddIfi(string ifi, bool isDirect)
    {
        if (ifi.Length == 0)
            return;
        _keys.Add(FilterKey.RelatedAgent(ifi));
        if (isDirect)
            _keys.Add(FilterKey.Agent(ifi));
    }
}
