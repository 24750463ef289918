using System.Collections.Concurrent;
using System.Text.Json;

namespace Analytics.Ingest;

/// <summary>Collects every value by which <c>GET /xapi/statements</c> can find a statement (xAPI Communication 2.1.3).</summary>
internal sealed class StatementFilterKeys
{
    // One for each platform, so a few hundred.
    private static readonly ConcurrentDictionary<string, ulong[]> AuthorityKeys = new(StringComparer.Ordinal);

    private readonly HashSet<ulong> _keys = [];

    public static ulong[] Of(JsonElement statement, string authority, IEnumerable<string> learners, Guid voids)
    {
        var keys = new StatementFilterKeys();
        keys.AddStatement(statement);
        foreach (var learner in learners)
            keys._keys.Add(FilterKey.Learner(learner));
        if (voids != Guid.Empty)
            keys._keys.Add(FilterKey.Voids(voids));
        foreach (var key in AuthorityKeys.GetOrAdd(authority, KeysOfAuthority))
            keys._keys.Add(key);
        return [.. keys._keys];
    }

    private static ulong[] KeysOfAuthority(string authority)
    {
        var keys = new StatementFilterKeys();
        using var agent = JsonDocument.Parse(authority);
        keys.AddAgent(agent.RootElement, direct: false);
        return [.. keys._keys];
    }

    private void AddStatement(JsonElement statement)
    {
        _keys.Add(FilterKey.Verb(statement.GetProperty("verb"u8).GetProperty("id"u8).GetString()!));
        AddAgent(statement.GetProperty("actor"u8), direct: true);
        AddObject(statement.GetProperty("object"u8), direct: true);
        AddContext(StatementRowMapper.Child(statement, "context"u8), direct: true);
    }

    private void AddObject(JsonElement target, bool direct)
    {
        switch (target.TryGetProperty("objectType"u8, out var kind) ? kind.GetString() : "Activity")
        {
            case "Activity":
                AddActivity(target, direct);
                break;
            case "Agent" or "Group":
                AddAgent(target, direct);
                break;
            case "StatementRef" when direct:
                _keys.Add(FilterKey.Target(target.GetProperty("id"u8).GetGuid()));
                break;
            // Parts of a SubStatement are found only as related ones.
            case "SubStatement":
                AddAgent(target.GetProperty("actor"u8), direct: false);
                AddObject(target.GetProperty("object"u8), direct: false);
                AddContext(StatementRowMapper.Child(target, "context"u8), direct: false);
                break;
        }
    }

    private void AddContext(JsonElement context, bool direct)
    {
        if (context.ValueKind != JsonValueKind.Object)
            return;
        if (direct && context.TryGetProperty("registration"u8, out var registration))
            _keys.Add(FilterKey.Registration(registration.GetGuid()));
        foreach (var name in (ReadOnlySpan<string>)["instructor", "team"])
        {
            if (context.TryGetProperty(name, out var agent))
                AddAgent(agent, direct: false);
        }

        foreach (var entry in StatementRowMapper.Many(StatementRowMapper.Child(context, "contextAgents"u8)))
            AddAgent(entry.GetProperty("agent"u8), direct: false);
        foreach (var entry in StatementRowMapper.Many(StatementRowMapper.Child(context, "contextGroups"u8)))
            AddAgent(entry.GetProperty("group"u8), direct: false);

        if (!context.TryGetProperty("contextActivities"u8, out var contextActivities))
            return;
        foreach (var activity in contextActivities.EnumerateObject().SelectMany(list => StatementRowMapper.Many(list.Value)))
            AddActivity(activity, direct: false);
    }

    private void AddActivity(JsonElement activity, bool direct)
    {
        var iri = activity.GetProperty("id"u8).GetString()!;
        _keys.Add(FilterKey.RelatedActivity(iri));
        if (direct)
            _keys.Add(FilterKey.Activity(iri));
    }

    private void AddAgent(JsonElement agent, bool direct)
    {
        AddIfi(Ifi.Of(agent), direct);
        if (!agent.TryGetProperty("member"u8, out var members))
            return;
        foreach (var member in members.EnumerateArray())
            AddIfi(Ifi.Of(member), direct);
    }

    private void AddIfi(string ifi, bool direct)
    {
        if (ifi.Length == 0)
            return;
        _keys.Add(FilterKey.RelatedAgent(ifi));
        if (direct)
            _keys.Add(FilterKey.Agent(ifi));
    }
}
