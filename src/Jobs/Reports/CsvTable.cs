using System.Globalization;
using System.Text;

namespace Jobs.Reports;

/// <summary>
/// Writes a table as CSV, RFC 4180: comma, CRLF, quotes where needed; UTF-8 with a byte order mark, without which Excel takes it for the
/// machine's old code page. Why comma and point, and no <c>sep=</c> line: docs/decisions/0006-reports-as-plain-csv.md.
/// </summary>
public sealed class CsvTable : IAsyncDisposable
{
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    private readonly StreamWriter _writer;
    private readonly StringBuilder _row = new();
    private bool _rowBegun;

    /// <param name="stream">Left open.</param>
    public CsvTable(Stream stream) => _writer = new StreamWriter(stream, Utf8WithMark, bufferSize: 32 * 1024, leaveOpen: true);

    public CsvTable Text(string? value)
    {
        Separate();
        var text = Defuse(value ?? "");
        if (text.AsSpan().ContainsAny(",\"\r\n"))
            _row.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            _row.Append(text);
        return this;
    }

    /// <summary>
    /// Digits that are a name and no number, such as a NIP: spreadsheets keep 15 digits of a number and would round it. The tab in front,
    /// which nobody sees, makes the cell text; a program trims it.
    /// </summary>
    public CsvTable Digits(string value)
    {
        Separate();
        _row.Append("\"\t").Append(value).Append('"');
        return this;
    }

    public CsvTable Number(decimal? value)
    {
        Separate();
        if (value is { } number)
            _row.Append(CultureInfo.InvariantCulture, $"{number:0.##########}");
        return this;
    }

    public async Task EndRowAsync(CancellationToken cancellationToken)
    {
        _row.Append("\r\n");
        foreach (var chunk in _row.GetChunks())
            await _writer.WriteAsync(chunk, cancellationToken);
        _row.Clear();
        _rowBegun = false;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void Separate()
    {
        if (_rowBegun)
            _row.Append(',');
        _rowBegun = true;
    }

    /// <summary>
    /// A cell that begins like a formula would be run by the spreadsheet that opens it, and names come from outside. An apostrophe makes
    /// it text; a plain number cannot do harm and stays one.
    /// </summary>
    private static string Defuse(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;
}
