using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Compliance.Queries;

internal static class NipNamespaceParameters
{
    private static readonly LocalDate Always = new(1900, 1, 1);

    /// <summary>Adds <c>prefixes</c>, what the IFI key of an account begins with whose name is a NIP, and <c>since</c> which day each is so.</summary>
    public static QueryParameters AddNipNamespaces(this QueryParameters parameters, RulePacks packs) => parameters
        .Add("prefixes", packs.NipNamespaces.Select(account => account.Prefix))
        .Add("since", packs.NipNamespaces.Select(account => account.Since ?? Always));
}
