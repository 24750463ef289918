namespace Jobs.Reports;

/// <summary>An agency's yearly compliance report: a table with one header row and nothing else, so that any program can read it.</summary>
internal static class AgencyComplianceCsv
{
    private static readonly string[] Columns =
    [
        "nip", "name", "employment_type", "unit", "position_group",
        "min_jp", "claimed_jp", "converted_jp", "counted_jp", "missing_jp", "status", "exempt_reason",
    ];

    public static async Task WriteAsync(Stream stream, IAsyncEnumerable<AgencyComplianceRow> people, CancellationToken cancellationToken)
    {
        await using var table = new CsvTable(stream);
        foreach (var column in Columns)
            table.Text(column);
        await table.EndRowAsync(cancellationToken);
        await foreach (var person in people.WithCancellation(cancellationToken))
        {
            table.Digits(person.Nip).Text(person.Name).Text(person.EmploymentType).Text(person.Unit).Text(person.PositionGroup)
                .Number(person.MinJp).Number(person.ClaimedJp).Number(person.ConvertedJp).Number(person.CountedJp).Number(person.MissingJp)
                .Text(person.Status).Text(person.ExemptReason);
            await table.EndRowAsync(cancellationToken);
        }
    }
}
