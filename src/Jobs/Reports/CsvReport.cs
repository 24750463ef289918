namespace Jobs.Reports;

/// <summary>A report as CSV: its first table with one header row and nothing else, so that any program can read it.</summary>
internal static class CsvReport
{
    public static async Task WriteAsync(Stream stream, ReportContent report, CancellationToken cancellationToken)
    {
        var (columns, rows) = (report.Tables[0].Columns, report.Tables[0].Rows);
        await using var table = new CsvTable(stream);
        foreach (var column in columns)
            table.Text(column.Name);
        await table.EndRowAsync(cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            for (var i = 0; i < columns.Count; i++)
                Write(table, columns[i].Type, row[i]);
            await table.EndRowAsync(cancellationToken);
        }
    }

    private static void Write(CsvTable table, CellType type, object? cell)
    {
        switch (type, cell)
        {
            case (CellType.Digits, string digits):
                table.Digits(digits);
                break;
            case (_, decimal number):
                table.Number(number);
                break;
            case (_, long count):
                table.Number(count);
                break;
            case (_, DateOnly date):
                table.Text(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                table.Text(cell as string);
                break;
        }
    }
}
