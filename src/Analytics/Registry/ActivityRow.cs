using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Analytics.ClickHouse;

namespace Analytics.Registry;

/// <summary>What an activity is worth in a span of days.</summary>
/// <param name="Competencies">Codes as in the file, without repetition, so that two rows with the same ones are equal.</param>
internal sealed partial record ActivityRow(
    string Iri, string Title, string Provider, string Form, decimal? Jp, decimal? Units, string Level, string Competencies,
    DateOnly? ValidFrom, DateOnly? ValidTo) : IRegistryRow<ActivityRow>
{
    public const char CompetencySeparator = ';';
    private const string National = "NATIONAL";

    private static readonly FrozenSet<string> Levels = FrozenSet.Create(StringComparer.Ordinal, National, "INTERNATIONAL");

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("activity_iri", IsRequired: true), new("title", IsRequired: true), new("provider"), new("form", IsRequired: true), new("jp"),
        new("units"), new("level"), new("competencies"), new("valid_from"), new("valid_to"),
    ];

    public static string InsertColumns =>
        "activities (activity_iri, title, provider, form, jp, units, level, competencies, valid_from, valid_to";

    public static string FindStored { get; } = EmbeddedSql.Load<ActivityRow>("FindStoredActivities");

    public RowKey Key => new(Iri, ValidFrom);

    public IReadOnlyList<string> Texts =>
        [Iri, Title, Provider, Form, RowText.Of(Jp), RowText.Of(Units), Level, Competencies, RowText.Of(ValidFrom), RowText.Of(ValidTo)];

    public static ActivityRow? Parse(ImportedRow row, ImportContext context)
    {
        var iri = row.Text("activity_iri");
        if (!IsIri(iri))
            row.Reject("activity_iri", "Expected an IRI with its scheme, as the platform's statements have it.");
        var title = row.Required("title");
        var form = row.OneOf("form", context.Rules.Forms);
        var (jp, units) = (row.Number("jp"), row.Number("units"));
        var level = row.Text("level").Length == 0 ? National : row.OneOf("level", Levels);
        var competencies = row.Text("competencies").Split(
            CompetencySeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();
        if (!competencies.All(context.Competencies.Contains))
            row.Reject("competencies", "Expected codes of competencies that a rule pack names or that have been imported, separated by semicolons.");
        var (from, to) = row.Span("valid_from", "valid_to");
        return row.FaultColumn is not null ? null : new ActivityRow(
            iri, title, row.Text("provider"), form, jp, units, level, string.Join(CompetencySeparator, competencies), from, to);
    }

    public static void AddKeys(QueryParameters parameters, IReadOnlyCollection<ActivityRow> rows) =>
        parameters.AddKeys("keys", [.. rows.Select(row => row.Iri)]);

    public static ActivityRow Read(ref RowBinaryReader reader) => new(
        reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), ReadNumber(ref reader), ReadNumber(ref reader),
        reader.ReadString(), string.Join(CompetencySeparator, reader.ReadStrings()), reader.ReadNullableDate(), reader.ReadNullableDate());

    public void Write(RowBinaryWriter writer)
    {
        writer.Write(Iri);
        writer.Write(Title);
        writer.Write(Provider);
        writer.Write(Form);
        WriteNumber(writer, Jp);
        WriteNumber(writer, Units);
        writer.Write(Level);
        writer.Write(Competencies.Split(CompetencySeparator, StringSplitOptions.RemoveEmptyEntries));
        writer.Write(ValidFrom);
        writer.Write(ValidTo);
    }

    public void Request(ComputeRequests requests, IEnumerable<ActivityRow> stored) => requests.AddActivity(Iri);

    /// <summary>Whether a text begins with a scheme and has no blanks: all that an identifier needs (RFC 3987).</summary>
    internal static bool IsIri(string text) => Iris().IsMatch(text);

    // A Nullable(Decimal(9, 2)) is a mark and hundredths in an Int32.
    private static decimal? ReadNumber(ref RowBinaryReader reader) => reader.ReadBool() ? null : reader.ReadInt32() / 100m;

    private static void WriteNumber(RowBinaryWriter writer, decimal? number)
    {
        if (writer.WriteNull(number is null))
            writer.Write((int)(number!.Value * 100));
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>""]+$")]
    private static partial Regex Iris();
}
