using System.Text.Unicode;
using CsvHelper;

namespace Analytics.Registry;

/// <param name="IsRequired">Whether the header has to name it.</param>
internal sealed record ImportColumn(string Name, bool IsRequired = false);

/// <summary>
/// A CSV file (RFC 4180) read as a stream: a header that names the columns in any order, then rows. Rows that are no CSV, or not UTF-8,
/// are rejected here; what the fields mean is for the row's table to say.
/// </summary>
internal sealed class ImportFile : IAsyncDisposable
{
    // Guards against a quote that is never closed; no honest row is nearly as long.
    private const int MaxRecordBytes = 1024 * 1024;

    private readonly CsvReader _reader;
    private readonly Rejections _rejections;

    public ImportFile(Stream csv, Rejections rejections)
    {
        _rejections = rejections;
        _reader = CsvReader.Create(csv, new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            MaxRecordSize = MaxRecordBytes,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => rejections.Add(record.LineNumber, null, ReasonOf(record.Reason)),
            IncludeValuesInExceptions = false,
            PoolStrings = true,
        }, leaveOpen: true);
    }

    /// <summary>Where the row that is being read starts, the first line being 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Reads the header: what gives each row's fields, or why the rows under it cannot be understood.</summary>
    public async Task<(ImportedRow? Row, string? Fault)> ReadHeaderAsync(IReadOnlyList<ImportColumn> columns, CancellationToken cancellation)
    {
        try
        {
            await _reader.ReadHeaderAsync(cancellation);
        }
        catch (CsvFormatException)
        {
            return (null, "The header row is not CSV.");
        }

        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < _reader.Headers.Count; place++)
        {
            var name = columns.FirstOrDefault(column => column.Name.Equals(_reader.Headers[place].Trim(), StringComparison.OrdinalIgnoreCase))?.Name;
            // Never named by its text: in a file without a header that is somebody's name or NIP.
            if (name is null)
                return (null, $"Column {place + 1} of the header row is none of: {Names(columns)}. The separator is a comma.");
            if (!places.TryAdd(name, place))
                return (null, $"The header row names the column {name} twice.");
        }

        var missing = columns.FirstOrDefault(column => column.IsRequired && !places.ContainsKey(column.Name));
        return missing is null
            ? (new ImportedRow(column => places.TryGetValue(column, out var place) ? _reader.GetString(place) : ""), null)
            : (null, $"The header row has no column {missing.Name}. Columns are: {Names(columns)}.");
    }

    /// <summary>Goes to the next row that can be read; false at the end of the file.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            while (await _reader.ReadAsync(cancellation))
            {
                if (Utf8.IsValid(_reader.RawRecord))
                    return true;
                _rejections.Add(_reader.LineNumber, ColumnThatIsNotUtf8(), "Expected text in UTF-8.");
            }
        }
        catch (CsvFormatException e)
        {
            _rejections.Add(e.LineNumber, null, $"The row is longer than {MaxRecordBytes} bytes, perhaps for a missing closing quote; it and what follows was not read.");
        }

        return false;
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private string? ColumnThatIsNotUtf8()
    {
        for (var place = 0; place < _reader.FieldCount; place++)
        {
            if (!Utf8.IsValid(_reader.GetSpan(place)))
                return _reader.Headers[place];
        }

        return null;
    }

    private static string Names(IReadOnlyList<ImportColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string ReasonOf(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "Expected as many fields as the header row has.",
        CsvMalformedReason.StrayQuote => "Expected a field with a quote in it to be quoted, and the quote doubled.",
        CsvMalformedReason.TextAfterClosingQuote => "Expected a comma or the end of the line after a closing quote.",
        CsvMalformedReason.UnterminatedQuote => "Expected a closing quote before the end of the file.",
        _ => "Expected a row of CSV (RFC 4180).",
    };
}
