using Analytics.ClickHouse;

namespace Analytics.Registry;

internal sealed record CompetencyRow(string Code, string Family, string Name) : IRegistryRow<CompetencyRow>
{
    public static IReadOnlyList<ImportColumn> Columns { get; } = [new("code", IsRequired: true), new("family"), new("name", IsRequired: true)];

    public static string InsertColumns => "competencies (code, family, name";

    public static string FindStored { get; } = EmbeddedSql.Load<CompetencyRow>("FindStoredCompetencies");

    public RowKey Key => new(Code);

    public IReadOnlyList<string> Texts => [Code, Family, Name];

    public static CompetencyRow? Parse(ImportedRow row, ImportContext context)
    {
        var competency = new CompetencyRow(row.Required("code"), row.Text("family"), row.Required("name"));
        if (competency.Code.Contains(ActivityRow.CompetencySeparator, StringComparison.Ordinal))
            row.Reject("code", "Expected a code without a semicolon, which separates codes in the list of activities.");
        return row.FaultColumn is null ? competency : null;
    }

    public static void AddKeys(QueryParameters parameters, IReadOnlyCollection<CompetencyRow> rows) =>
        parameters.AddKeys("keys", [.. rows.Select(row => row.Code)]);

    public static CompetencyRow Read(ref RowBinaryReader reader) => new(reader.ReadString(), reader.ReadString(), reader.ReadString());

    public void Write(RowBinaryWriter writer)
    {
        writer.Write(Code);
        writer.Write(Family);
        writer.Write(Name);
    }

    /// <summary>Nobody's: only its name can change, and an activity is tagged with a code only once that is known.</summary>
    public void Request(ComputeRequests requests, IEnumerable<CompetencyRow> stored)
    {
    }
}
