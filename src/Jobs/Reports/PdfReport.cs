using Jobs.Pdf;

namespace Jobs.Reports;

/// <summary>A report as pages that somebody could sign: title, period, figures, tables, the law, date and signature; long lists after it.</summary>
internal static class PdfReport
{
    /// <summary>A list longer than this is cut, and says so: it is for a spreadsheet.</summary>
    public const int MaxPrintedRows = 1_000;

    private const double SignatureHeight = 140;

    public static async Task WriteAsync(Stream stream, ReportContent report, CancellationToken cancellationToken)
    {
        var paper = new PdfPaper($"{report.Title} - {report.Subject} - {report.Year}");
        PdfLetterhead.Write(paper, report.Title, report.Subject, report.AsOf is { } asOf
            ? $"Tahun {report.Year} · data per {Indonesian.Date(Indonesian.DayInWib(asOf))}"
            : $"Tahun {report.Year} · dibuat {Indonesian.Date(report.MadeOn)}");
        paper.Heading("1. Ringkasan");
        paper.Table(
            [new("Uraian", 4), new("Jumlah", 1, Align.Right)],
            [.. report.Figures.Select(figure => new[] { figure.Title, Shown(figure.Type, figure.Value) })]);
        var number = 2;
        foreach (var table in report.Tables.Where(table => table is { Printed: true, Appendix: false }))
            await WriteAsync(paper, $"{number++}. {table.Title}", table, cancellationToken);
        // The signature stands under the law it was counted by, never alone on a page.
        paper.Need(36 + report.Basis.Sum(sentence => PdfPaper.HeightOf($"• {sentence}")) + SignatureHeight);
        paper.Heading($"{number}. Dasar penghitungan");
        foreach (var sentence in report.Basis)
            paper.Paragraph($"• {sentence}");
        Sign(paper, report);
        foreach (var table in report.Tables.Where(table => table is { Printed: true, Appendix: true }))
        {
            paper.NewPage();
            await WriteAsync(paper, $"Lampiran. {table.Title}", table, cancellationToken);
        }

        await stream.WriteAsync(paper.Finish($"{report.Title} · {report.Subject} · {report.Year}"), cancellationToken);
    }

    private static async Task WriteAsync(PdfPaper paper, string heading, ReportTable table, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>();
        var more = 0L;
        var sums = new decimal[table.Columns.Count];
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            if (rows.Count < MaxPrintedRows)
                rows.Add(row);
            else
                more++;
            for (var i = 0; i < sums.Length; i++)
                if (table.Columns[i].Summed && row[i] is { } cell)
                    sums[i] += Convert.ToDecimal(cell, System.Globalization.CultureInfo.InvariantCulture);
        }

        paper.Heading(heading);
        if (rows.Count == 0)
        {
            paper.Paragraph("Tidak ada.", ink: Ink.Soft);
            return;
        }

        var printed = Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Printed).ToArray();
        var total = table.Columns.Any(column => column.Summed)
            ? printed.Select(i => i == 0 ? "Jumlah" : table.Columns[i].Summed ? Shown(table.Columns[i].Type, sums[i]) : "").ToArray()
            : null;
        paper.Table(
            [.. printed.Select(i => ColumnOf(table.Columns[i]))],
            [.. rows.Select(row => printed.Select(i => Shown(table.Columns[i].Type, table.Columns[i].ForPeople(row[i]))).ToArray())],
            total: total);
        if (more > 0)
            paper.Paragraph($"Tercetak {Indonesian.Count(rows.Count)} baris pertama; {Indonesian.Count(more)} baris lain ada dalam laporan XLSX atau CSV.");
    }

    private static PdfColumn ColumnOf(ReportColumn column) => new(
        column.Title, column.Width, column.Type is CellType.Count or CellType.Jp or CellType.Share ? Align.Right : Align.Left);

    private static string Shown(CellType type, object? cell) => (type, cell) switch
    {
        (_, null) => "–",
        (_, DateOnly date) => Indonesian.Date(date),
        (CellType.Share, decimal share) => Indonesian.Share(share),
        (CellType.Jp, decimal jp) => Indonesian.Jp(jp),
        (_, decimal count) => Indonesian.Count(count),
        (_, long count) => Indonesian.Count(count),
        _ => (string)cell,
    };

    private static void Sign(PdfPaper paper, ReportContent report)
    {
        const double width = 220;
        paper.Need(SignatureHeight);
        var (center, y) = (PdfPaper.Right - width / 2, paper.Y + 26);
        paper.Page.Text(center, y, $"…………………………, {Indonesian.Date(report.MadeOn)}", TrueTypeFont.Regular, 9.5, Align.Center);
        foreach (var line in PdfPaper.Wrap(report.Signatory, TrueTypeFont.Regular, 9.5, width))
            paper.Page.Text(center, y += 13, line, TrueTypeFont.Regular, 9.5, Align.Center);
        y += 62;
        paper.Page.Line(center - width / 2 + 14, y, center + width / 2 - 14, y, 0.6);
        paper.Page.Text(center - width / 2 + 14, y + 12, "NIP", TrueTypeFont.Regular, 9.5);
        paper.Y = y + 24;
    }
}
