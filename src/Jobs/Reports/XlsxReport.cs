using System.IO.Compression;
using System.Text;

namespace Jobs.Reports;

/// <summary>
/// A report as a workbook (ISO/IEC 29500, SpreadsheetML): a sheet of figures, then one for each table. Written part by part straight into
/// the archive, a row at a time, so that a hundred thousand people take no more memory than ten; the same report is the same bytes. Why
/// no library does it: docs/decisions/0012.
/// </summary>
internal static class XlsxReport
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    // The archive wants a date of each part; the report's own would differ from day to day.
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task WriteAsync(Stream stream, ReportContent report, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var sheets = (string[])["Ringkasan", .. report.Tables.Select(table => SheetName(table.Title))];
        await PartAsync("[Content_Types].xml", ContentTypes(sheets.Length));
        await PartAsync("_rels/.rels", RelationshipsOf([("officeDocument", "xl/workbook.xml")]));
        await PartAsync("xl/workbook.xml", Workbook(sheets));
        await PartAsync("xl/_rels/workbook.xml.rels", RelationshipsOf(
            [.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
        await PartAsync("xl/styles.xml", XlsxStyles.Xml);
        await using (var part = Open("xl/worksheets/sheet1.xml"))
            XlsxSheet.WriteFigures(part, report);
        for (var i = 0; i < report.Tables.Count; i++)
        {
            await using var part = Open($"xl/worksheets/sheet{i + 2}.xml");
            await XlsxSheet.WriteTableAsync(part, report.Tables[i], cancellationToken);
        }

        Stream Open(string name)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = Fixed;
            return entry.Open();
        }

        async Task PartAsync(string name, string xml)
        {
            await using var part = Open(name);
            await part.WriteAsync(Encoding.UTF8.GetBytes(Declaration + xml), cancellationToken);
        }
    }

    private static string ContentTypes(int sheets) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + Override("workbook.xml", "sheet.main") + Override("styles.xml", "styles")
        + string.Concat(Enumerable.Range(1, sheets).Select(i => Override($"worksheets/sheet{i}.xml", "worksheet"))) + "</Types>";

    private static string Override(string part, string type) =>
        $"<Override PartName=\"/xl/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml\"/>";

    private static string RelationshipsOf(IReadOnlyList<(string Type, string Target)> targets) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(targets.Select((one, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relationships}/{one.Type}\" Target=\"{one.Target}\"/>"))
        + "</Relationships>";

    private static string Workbook(IReadOnlyList<string> sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>"
        + string.Concat(sheets.Select((name, i) => $"<sheet name=\"{name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))
        // What the sums are is in the file already; a program that shows them without reckoning shows the same.
        + "</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>";

    // At most 31 characters; the titles hold none of those that are forbidden.
    private static string SheetName(string title) => title.Length <= 31 ? title : title[..31].TrimEnd();
}
