using System.Collections.Frozen;
using Analytics.Compliance;

namespace Analytics.Registry;

/// <summary>What the rule packs say about rows of the registry.</summary>
public sealed class RegistryRules
{
    private readonly IReadOnlyList<NipNamespace> _nipNamespaces;

    internal RegistryRules(RulePacks packs)
    {
        Forms = packs.FormCodes.ToFrozenSet(StringComparer.Ordinal);
        Competencies = packs.InOrder.SelectMany(pack => pack.Coverage.Competencies).ToFrozenSet(StringComparer.Ordinal);
        _nipNamespaces = packs.NipNamespaces;
    }

    /// <summary>The forms of learning that some pack converts: those an activity may have.</summary>
    public FrozenSet<string> Forms { get; }

    /// <summary>Those every ASN should have: an activity may be tagged with one whether or not a file has named it.</summary>
    public FrozenSet<string> Competencies { get; }

    /// <summary>Whether an identifier names a person by NIP from a day on, so that no row of it is ever asked.</summary>
    internal bool IsNip(string ifi, DateOnly? from) => _nipNamespaces.Any(account =>
        account.Names(ifi) && (account.Since is not { } since || from >= since.ToDateOnly()));
}
