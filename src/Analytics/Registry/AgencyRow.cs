using System.Collections.Frozen;
using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Registry;

internal sealed record AgencyRow(string Code, string Name, string Kind, string ParentCode, string ProvinceCode, string Timezone)
    : IRegistryRow<AgencyRow>
{
    private static readonly FrozenSet<string> Kinds =
        FrozenSet.Create(StringComparer.Ordinal, "KEMENTERIAN", "LEMBAGA", "PROVINSI", "KABUPATEN", "KOTA");

    // By the list of names: asking for a zone would also make one up for "UTC+7".
    private static readonly FrozenSet<string> Timezones = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("agency_code", IsRequired: true), new("name", IsRequired: true), new("kind", IsRequired: true),
        new("parent_code"), new("province_code"), new("timezone", IsRequired: true),
    ];

    public static string InsertColumns => "agencies (agency_code, name, kind, parent_code, province_code, timezone";

    public static string FindStored { get; } = EmbeddedSql.Load<AgencyRow>("FindStoredAgencies");

    public RowKey Key => new(Code);

    public IReadOnlyList<string> Texts => [Code, Name, Kind, ParentCode, ProvinceCode, Timezone];

    // A parent may stand further down in the file, or come later: it groups agencies, and nothing is computed by it.
    public static AgencyRow? Parse(ImportedRow row, ImportContext context)
    {
        var agency = new AgencyRow(
            row.Required("agency_code"), row.Required("name"), row.OneOf("kind", Kinds), row.Text("parent_code"), row.Text("province_code"),
            row.Text("timezone"));
        if (!Timezones.Contains(agency.Timezone))
            row.Reject("timezone", "Expected an IANA time zone such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura.");
        return row.FaultColumn is null ? agency : null;
    }

    public static void AddKeys(QueryParameters parameters, IReadOnlyCollection<AgencyRow> rows) =>
        parameters.AddKeys("keys", [.. rows.Select(row => row.Code)]);

    public static AgencyRow Read(ref RowBinaryReader reader) =>
        new(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());

    public void Write(RowBinaryWriter writer)
    {
        writer.Write(Code);
        writer.Write(Name);
        writer.Write(Kind);
        writer.Write(ParentCode);
        writer.Write(ProvinceCode);
        writer.Write(Timezone);
    }

    /// <summary>Another time zone moves the days of all its people; nobody can have been counted at an agency that is new.</summary>
    public void Request(ComputeRequests requests, IEnumerable<AgencyRow> stored)
    {
        if (stored.Any(agency => agency.Timezone != Timezone))
            requests.AddEveryone();
    }
}
