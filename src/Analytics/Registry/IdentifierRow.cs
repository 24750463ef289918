using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Analytics.ClickHouse;

namespace Analytics.Registry;

/// <summary>Whose an inverse functional identifier is (xAPI Data 2.4.2.3), by its text as <see cref="Ingest.Ifi"/> writes it.</summary>
internal sealed partial record IdentifierRow(string Ifi, DateOnly? ValidFrom, DateOnly? ValidTo, Guid PersonId, string Nip)
    : IRegistryRow<IdentifierRow>
{
    private static readonly string KeyOfAccount = Ingest.Ifi.Account("", "")[..^1];

    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(StringComparer.Ordinal, "mbox", "mbox_sha1sum", "openid", "account");

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("ifi_kind", IsRequired: true), new("ifi_value", IsRequired: true), new("nip", IsRequired: true),
        new("valid_from"), new("valid_to"),
    ];

    public static string InsertColumns => "identifiers (ifi, valid_from, valid_to, person_id, nip";

    public static string FindStored { get; } = EmbeddedSql.Load<IdentifierRow>("FindStoredIdentifiers");

    public RowKey Key => new(Ifi, ValidFrom);

    public IReadOnlyList<string> Texts => [Ifi.Split(':')[0], Ifi, Nip, RowText.Of(ValidFrom), RowText.Of(ValidTo)];

    // The person may be imported later: the id comes from the NIP alone.
    public static IdentifierRow? Parse(ImportedRow row, ImportContext context)
    {
        var ifi = ParseIfi(row, row.OneOf("ifi_kind", Kinds), row.Text("ifi_value"));
        var nip = row.Nip("nip", context.Today);
        var (from, to) = row.Span("valid_from", "valid_to");
        if (context.Rules.IsNip(ifi, from))
            row.Reject("ifi_value", "Expected an identifier that is looked up: an account in the NIP namespace whose name is a NIP is that person.");
        return row.FaultColumn is null ? new IdentifierRow(ifi, from, to, context.PersonIds.Of(nip), nip.Value) : null;
    }

    public static void AddKeys(QueryParameters parameters, IReadOnlyCollection<IdentifierRow> rows) =>
        parameters.AddKeys("keys", [.. rows.Select(row => row.Ifi)]);

    public static IdentifierRow Read(ref RowBinaryReader reader) =>
        new(reader.ReadString(), reader.ReadNullableDate(), reader.ReadNullableDate(), reader.ReadGuid(), reader.ReadString());

    public void Write(RowBinaryWriter writer)
    {
        writer.Write(Ifi);
        writer.Write(ValidFrom);
        writer.Write(ValidTo);
        writer.Write(PersonId);
        writer.Write(Nip);
    }

    /// <summary>Whoever has the identifier now, and whoever else had it, be it for another span of days: that span may now end earlier.</summary>
    public void Request(ComputeRequests requests, IEnumerable<IdentifierRow> stored)
    {
        requests.AddIfi(Ifi);
        foreach (var former in stored.Where(row => row.PersonId != PersonId))
            requests.AddPerson(former.PersonId);
    }

    private static string ParseIfi(ImportedRow row, string kind, string value)
    {
        const string column = "ifi_value";
        switch (kind)
        {
            case "mbox" when Mailbox().IsMatch(value):
                return Ingest.Ifi.Mbox(value);
            case "mbox":
                row.Reject(column, "Expected a mail address with mailto: before it.");
                break;
            case "mbox_sha1sum" when Sha1().IsMatch(value):
                return "sha1:" + value.ToLowerInvariant();
            case "mbox_sha1sum":
                row.Reject(column, "Expected a SHA-1 sum: 40 hexadecimal digits.");
                break;
            case "openid" when ActivityRow.IsIri(value):
                return "openid:" + value;
            case "openid":
                row.Reject(column, "Expected a URI with its scheme.");
                break;
            case "account" when !value.StartsWith(KeyOfAccount, StringComparison.Ordinal) && value.Split('|', 2) is [var homePage, { Length: > 0 } name] && ActivityRow.IsIri(homePage):
                return Ingest.Ifi.Account(homePage, name);
            case "account":
                row.Reject(column, "Expected homePage|name, the home page being a URI with its scheme.");
                break;
        }

        return "";
    }

    [GeneratedRegex(@"^mailto:[^@\s]+@[^@\s]+$")]
    private static partial Regex Mailbox();

    [GeneratedRegex("^[0-9A-Fa-f]{40}$")]
    private static partial Regex Sha1();
}
