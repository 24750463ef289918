using System.Text;
using FsCheck.Xunit;
using Jobs.Reports;
using Testing;

namespace Jobs.Tests.Reports;

/// <summary>Each format, read by a program that is not ours.</summary>
public sealed class FormatsTests : IDisposable
{
    private const int Nation = 100_000;

    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Property]
    public void Csv_gives_every_text_back_and_no_cell_that_a_spreadsheet_would_run(string?[] texts)
    {
        using var stream = new MemoryStream();
        WriteCsvAsync(stream, texts).GetAwaiter().GetResult();
        stream.Position = 0;
        var rows = Spreadsheet.Rows(new StreamReader(stream));
        Assert.Equal(texts.Length, rows.Count);
        foreach (var (row, text) in rows.Zip(texts))
        {
            // What is no text at all, half of a surrogate pair, is replaced when it is written.
            var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
            Assert.Contains(row[1], (string[])[expected, "'" + expected]);
            if (row[1].Length > 0 && "=+-@\t\r".Contains(row[1][0], StringComparison.Ordinal))
                Assert.True(decimal.TryParse(row[1], System.Globalization.CultureInfo.InvariantCulture, out _), row[1]);
        }
    }

    [SkippableFact]
    public async Task A_spreadsheet_reads_names_numbers_and_nips_from_csv()
    {
        Installed.LibreOffice.Require();
        var rows = Assert.Single(await Spreadsheet.ReadAsync(await WriteAsync(ReportFormat.Csv, People(50)))).Value;
        Assert.Equal(51, rows.Count);
        foreach (var (row, person) in rows.Skip(1).Zip(await SomeReports.ManyAsync(50).ToListAsync()))
            Assert.Equal((person.Nip, "12.5"), (row[0].Trim(), row[8]));
        Assert.Contains("\"Siti\", S.H.", rows.Select(row => row[1]));
        // Shown as text with its apostrophe, and so not run.
        Assert.Contains("'=HYPERLINK(\"http://x\",\"y\")", rows.Select(row => row[1]));
    }

    [SkippableFact]
    public async Task A_spreadsheet_reads_every_sheet_of_a_workbook_with_its_sums()
    {
        Installed.LibreOffice.Require();
        var summary = SomeReports.Summary();
        var sheets = await Spreadsheet.ReadAsync(await WriteAsync(
            ReportFormat.Xlsx, People(50), ReportTables.EmploymentTypes(summary), ReportTables.Forms(summary), ReportTables.Competencies(summary)));
        Assert.Equal(
            ["Menurut bentuk pembelajaran", "Menurut jenis ASN", "Menurut kompetensi", "Pegawai", "Ringkasan"], sheets.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(sheets["Ringkasan"], row => row[0] == "JP dihitung" && row[1] == "1234.5");

        var people = sheets["Pegawai"];
        foreach (var (row, person) in people.Skip(1).Zip(await SomeReports.ManyAsync(50).ToListAsync()))
            Assert.Equal((person.Nip, person.Name, "20", "14.25", "Belum memenuhi"), (row[0], row[1], row[5], row[6], row[10]));
        Assert.Equal(("Jumlah", "625"), (people[^1][0], people[^1][8]));
        Assert.Equal(["ASN", "E-learning", "50%"], [sheets["Menurut jenis ASN"][0][0][^3..], sheets["Menurut bentuk pembelajaran"][1][0], sheets["Menurut kompetensi"][1][3]]);
    }

    [Fact]
    public async Task A_workbook_of_a_hundred_thousand_people_takes_no_more_memory_than_one_of_ten_thousand()
    {
        var (atTenThousand, atTheEnd) = (0L, 0L);
        var people = SomeReports.ManyAsync(Nation, i =>
        {
            if (i == 10_000)
                atTenThousand = GC.GetTotalMemory(forceFullCollection: true);
            if (i == Nation - 1)
                atTheEnd = GC.GetTotalMemory(forceFullCollection: true);
        });
        await using var file = File.Create(Path.Combine(_directory.Path, "large.xlsx"));
        await XlsxReport.WriteAsync(file, SomeReports.Content(ReportTables.People(people)), default);
        Assert.InRange(atTheEnd - atTenThousand, long.MinValue, 4_000_000);
    }

    [SkippableFact]
    public async Task A_printed_report_has_title_figures_tables_law_signature_and_page_numbers()
    {
        Installed.PdfToText.Require();
        var summary = SomeReports.Summary();
        var text = await PrintedAsync(ReportTables.Forms(summary), ReportTables.Behind(SomeReports.ManyAsync(60)));
        foreach (var expected in (string[])["LAPORAN UJI", "Badan Uji", "Tahun 2026", "1.234,5", "E-learning", "PP 11/2017 Ps 203(4)",
            "24 November 2026", "Kepala Badan Uji", "NIP", "Lampiran. Pegawai yang belum memenuhi", "198001012005011060", "Łukasz Nguyễn Ḥasan"])
            Assert.Contains(expected, text, StringComparison.Ordinal);
        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(pages.Select((page, i) => (page, i)), one =>
            Assert.Contains($"Halaman {one.i + 1} dari {pages.Length}", one.page, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task What_the_font_lacks_is_a_visible_box_and_no_failure()
    {
        Installed.PdfToText.Require();
        var text = await PrintedAsync(ReportTables.Behind(SomeReports.ManyAsync(SomeReports.HostileNames.Length)));
        Assert.Contains("\uFFFD\uFFFD\uFFFD", text, StringComparison.Ordinal);
        Assert.DoesNotContain("漢", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_list_too_long_for_paper_is_cut_and_says_so()
    {
        Installed.PdfToText.Require();
        var text = await PrintedAsync(ReportTables.Behind(SomeReports.ManyAsync(PdfReport.MaxPrintedRows + 234)));
        Assert.Contains("234 baris lain", text, StringComparison.Ordinal);
        // The sum is of all of them: 1234 times 7.5.
        Assert.Contains("9.255,0", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_platforms_delivery_names_no_learner()
    {
        Installed.PdfToText.Require();
        var content = await new ReportContents(SomeReports.Source(() => [], () => 12.5m), TimeProvider.System)
            .ReadAsync(new ReportOrder(ReportKind.Delivery, ReportFormat.Pdf, "", "belajar.id", 2026), default);
        var text = await PrintedAsync([.. content!.Tables]);
        Assert.Contains("mbox", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", text, StringComparison.Ordinal);
    }

    private static ReportTable People(int count) => ReportTables.People(SomeReports.ManyAsync(count));

    private static async Task WriteCsvAsync(Stream stream, string?[] texts)
    {
        await using var table = new CsvTable(stream);
        foreach (var text in texts)
            await table.Text("x").Text(text).Number(1).EndRowAsync(default);
    }

    private async Task<string> PrintedAsync(params ReportTable[] tables) =>
        await Installed.PdfToText.RunAsync("-layout", await WriteAsync(ReportFormat.Pdf, tables), "-");

    private async Task<string> WriteAsync(ReportFormat format, params ReportTable[] tables)
    {
        var path = Path.Combine(_directory.Path, "report." + ReportNames.Of(format));
        await using var file = File.Create(path);
        var content = SomeReports.Content(tables);
        await (format switch
        {
            ReportFormat.Csv => CsvReport.WriteAsync(file, content, default),
            ReportFormat.Xlsx => XlsxReport.WriteAsync(file, content, default),
            _ => PdfReport.WriteAsync(file, content, default),
        });
        return path;
    }
}
