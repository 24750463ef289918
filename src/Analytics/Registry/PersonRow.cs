using System.Collections.Frozen;
using Analytics.ClickHouse;

namespace Analytics.Registry;

/// <summary>One spell of employment of one person.</summary>
internal sealed record PersonRow(
    Guid PersonId, string Nip, string Name, string EmploymentType, string AgencyCode, string Unit, string PositionGroup,
    DateOnly? EmployedFrom, DateOnly? EmployedTo, DateOnly? ContractFrom, DateOnly? ContractTo, string ExemptReason) : IRegistryRow<PersonRow>
{
    private static readonly FrozenSet<string> EmploymentTypes =
        FrozenSet.Create(StringComparer.Ordinal, "PNS", "CPNS", "PPPK", "PPPK_PARUH_WAKTU");

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("nip", IsRequired: true), new("name", IsRequired: true), new("employment_type", IsRequired: true),
        new("agency_code", IsRequired: true), new("unit"), new("position_group"), new("employed_from"), new("employed_to"),
        new("contract_from"), new("contract_to"), new("exempt_reason"),
    ];

    public static string InsertColumns =>
        "people (person_id, nip, name, employment_type, agency_code, unit, position_group, employed_from, employed_to, contract_from, " +
        "contract_to, exempt_reason";

    public static string FindStored { get; } = EmbeddedSql.Load<PersonRow>("FindStoredPeople");

    public RowKey Key => new(Nip, EmployedFrom);

    public IReadOnlyList<string> Texts =>
    [
        Nip, Name, EmploymentType, AgencyCode, Unit, PositionGroup, RowText.Of(EmployedFrom), RowText.Of(EmployedTo), RowText.Of(ContractFrom),
        RowText.Of(ContractTo), ExemptReason,
    ];

    public static PersonRow? Parse(ImportedRow row, ImportContext context)
    {
        var nip = row.Nip("nip", context.Today);
        var name = row.Required("name");
        var employmentType = row.OneOf("employment_type", EmploymentTypes);
        var agency = row.Required("agency_code");
        if (!context.Agencies.Contains(agency))
            row.Reject("agency_code", "Expected the code of an agency that has been imported.");
        var employed = row.Span("employed_from", "employed_to");
        var contract = row.Span("contract_from", "contract_to");
        return row.FaultColumn is not null ? null : new PersonRow(
            context.PersonIds.Of(nip), nip.Value, name, employmentType, agency, row.Text("unit"), row.Text("position_group"),
            employed.From, employed.To, contract.From, contract.To, row.Text("exempt_reason"));
    }

    public static void AddKeys(QueryParameters parameters, IReadOnlyCollection<PersonRow> rows) =>
        parameters.AddKeys("keys", [.. rows.Select(row => row.PersonId)]);

    public static PersonRow Read(ref RowBinaryReader reader) => new(
        reader.ReadGuid(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(),
        reader.ReadString(), reader.ReadNullableDate(), reader.ReadNullableDate(), reader.ReadNullableDate(), reader.ReadNullableDate(),
        reader.ReadString());

    public void Write(RowBinaryWriter writer)
    {
        writer.Write(PersonId);
        writer.Write(Nip);
        writer.Write(Name);
        writer.Write(EmploymentType);
        writer.Write(AgencyCode);
        writer.Write(Unit);
        writer.Write(PositionGroup);
        writer.Write(EmployedFrom);
        writer.Write(EmployedTo);
        writer.Write(ContractFrom);
        writer.Write(ContractTo);
        writer.Write(ExemptReason);
    }

    public void Request(ComputeRequests requests, IEnumerable<PersonRow> stored) => requests.AddPerson(PersonId);
}
