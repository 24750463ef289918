using System.Globalization;
using System.Text;
using System.Xml;

namespace Jobs.Reports;

/// <summary>One sheet of a workbook, written a row at a time. Text stands in its cell and never is a formula, whatever it begins with.</summary>
internal sealed class XlsxSheet : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MaxCellLength = 32_767;

    // Points: room for a title of two lines.
    private const int HeaderHeight = 30;
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private readonly XmlWriter _xml;
    private readonly int _columns;
    private readonly bool _filtered;
    private int _lastRow;
    private int _row;
    private int _column;

    private XlsxSheet(Stream part, IReadOnlyList<double> widths, bool frozenHeader)
    {
        (_columns, _filtered) = (widths.Count, frozenHeader);
        _xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Async = true });
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        if (frozenHeader)
        {
            _xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "</sheetView></sheetViews>");
        }

        _xml.WriteStartElement("cols", Main);
        for (var i = 0; i < widths.Count; i++)
            _xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{widths[i]}\" customWidth=\"1\"/>"));
        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetData", Main);
    }

    public static void WriteFigures(Stream part, ReportContent report)
    {
        using var sheet = new XlsxSheet(part, [46, 18], frozenHeader: false);
        sheet.Row(report.Title, XlsxStyle.Title);
        sheet.Row(report.Subject, XlsxStyle.Strong);
        sheet.Row($"Tahun {report.Year}");
        sheet.Row(report.AsOf is { } asOf ? $"Data per {Indonesian.Date(Indonesian.DayInWib(asOf))}" : $"Dibuat {Indonesian.Date(report.MadeOn)}");
        sheet.Row("");
        sheet.BeginRow();
        sheet.Text("Uraian", XlsxStyle.Header);
        sheet.Text("Jumlah", XlsxStyle.Header);
        sheet.EndRow();
        foreach (var figure in report.Figures)
        {
            sheet.BeginRow();
            sheet.Text(figure.Title, XlsxStyle.Text);
            sheet.Cell(figure.Type, figure.Value);
            sheet.EndRow();
        }

        sheet.Row("");
        sheet.Row("Dasar penghitungan", XlsxStyle.Strong);
        foreach (var sentence in report.Basis)
            sheet.Row(sentence);
    }

    public static async Task WriteTableAsync(Stream part, ReportTable table, CancellationToken cancellationToken)
    {
        const int rowsPerFlush = 512;
        var columns = table.Columns;
        var sums = new decimal[columns.Count];
        using var sheet = new XlsxSheet(part, [.. columns.Select(column => column.Width)], frozenHeader: true);
        sheet.BeginRow(height: HeaderHeight);
        foreach (var column in columns)
            sheet.Text(column.Title, XlsxStyle.Header);
        sheet.EndRow();
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            sheet.BeginRow();
            for (var i = 0; i < columns.Count; i++)
            {
                sheet.Cell(columns[i].Type, columns[i].ForPeople(row[i]));
                if (columns[i].Summed && row[i] is not null)
                    sums[i] += Convert.ToDecimal(row[i], CultureInfo.InvariantCulture);
            }

            sheet.EndRow();
            if (sheet._row % rowsPerFlush == 0)
                await sheet._xml.FlushAsync();
        }

        sheet.Totals(columns, sums);
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        if (_filtered)
            _xml.WriteRaw($"<autoFilter ref=\"A1:{NameOf(_columns - 1)}{_lastRow}\"/>");
        _xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    /// <summary>Sums as formulas, so that they follow what a reader changes, with what they come to.</summary>
    private void Totals(IReadOnlyList<ReportColumn> columns, decimal[] sums)
    {
        _lastRow = _row;
        if (_row == 1 || !columns.Any(column => column.Summed))
            return;
        BeginRow();
        for (var i = 0; i < columns.Count; i++)
        {
            var name = NameOf(_column);
            if (i == 0)
                Text("Jumlah", XlsxStyle.TotalText);
            else if (columns[i].Summed)
                Number(sums[i], XlsxStyles.TotalOf(columns[i].Type), $"SUM({name}2:{name}{_lastRow})");
            else
                Text("", XlsxStyle.TotalText);
        }

        EndRow();
    }

    private void Row(string text, XlsxStyle style = XlsxStyle.Plain)
    {
        BeginRow();
        Text(text, style);
        EndRow();
    }

    private void BeginRow(int? height = null)
    {
        (_row, _column) = (_row + 1, 0);
        _xml.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        if (height is not { } points)
            return;
        _xml.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("customHeight", "1");
    }

    private void EndRow() => _xml.WriteEndElement();

    private void Cell(CellType type, object? value)
    {
        var style = XlsxStyles.Of(type);
        if (value is string text)
            Text(text, style);
        else if (value is DateOnly date)
            Number(date.DayNumber - DayZero.DayNumber, style);
        else if (value is not null)
            Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture), style);
        else
            _column++;
    }

    private void Number(decimal number, XlsxStyle style, string? formula = null)
    {
        BeginCell(style, type: null);
        if (formula is not null)
            _xml.WriteElementString("f", Main, formula);
        _xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    private void Text(string text, XlsxStyle style)
    {
        BeginCell(style, "inlineStr");
        _xml.WriteStartElement("is", Main);
        _xml.WriteStartElement("t", Main);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(Allowed(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void BeginCell(XlsxStyle style, string? type)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", NameOf(_column++) + _row.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
        if (type is not null)
            _xml.WriteAttributeString("t", type);
    }

    // Reports have fewer than 26 columns.
    private static string NameOf(int column) => ((char)('A' + column)).ToString();

    /// <summary>
    /// What XML forbids becomes a visible replacement; <c>_x0041_</c>, which SpreadsheetML (22.9.2.19) would read as a character, is escaped
    /// in its own way.
    /// </summary>
    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            allowed.Append(rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : Rune.ReplacementChar.ToString());
        allowed.Replace("_x", "_x005F_x");
        return allowed.Length <= MaxCellLength ? allowed.ToString() : allowed.ToString(0, MaxCellLength);
    }
}
