using System.Text;
using Jobs.Reports;

namespace Jobs.Tests.Reports;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("Dinas A, B", "\"Dinas A, B\"")]
    [InlineData("says \"no\"", "\"says \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("Rangkuti; S.H.", "Rangkuti; S.H.")]
    public async Task Quotes_what_would_be_read_as_more_than_one_cell(string? text, string expected) =>
        Assert.Equal(expected, await Cell(table => table.Text(text)));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+62", "+62")]
    [InlineData("a=b", "a=b")]
    public async Task Text_that_a_spreadsheet_would_run_is_made_text_and_numbers_stay_numbers(string text, string expected) =>
        Assert.Equal(expected, await Cell(table => table.Text(text)));

    [Theory]
    [InlineData(20, "20")]
    [InlineData(-3.5, "-3.5")]
    [InlineData(1234567.25, "1234567.25")]
    [InlineData(0, "0")]
    public async Task Numbers_have_a_point_and_no_thousands(double value, string expected) =>
        Assert.Equal(expected, await Cell(table => table.Number((decimal)value)));

    [Fact]
    public async Task A_missing_number_is_an_empty_cell() => Assert.Equal("", await Cell(table => table.Number(null)));

    [Fact]
    public async Task Begins_with_a_byte_order_mark_and_ends_rows_with_crlf()
    {
        var bytes = await Bytes(async table =>
        {
            await table.Text("a").Text("é").EndRowAsync(default);
            await table.Number(1).Number(2).EndRowAsync(default);
        });
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a,é\r\n1,2\r\n")], bytes);
    }

    private static async Task<string> Cell(Action<CsvTable> write)
    {
        var bytes = await Bytes(table =>
        {
            write(table);
            return table.EndRowAsync(default);
        });
        return Encoding.UTF8.GetString(bytes[3..^2]);
    }

    private static async Task<byte[]> Bytes(Func<CsvTable, Task> write)
    {
        using var stream = new MemoryStream();
        await using (var table = new CsvTable(stream))
            await write(table);
        return stream.ToArray();
    }
}
