using System.Text;

namespace Samples.Registry;

/// <summary>One CSV import: where it goes, its header and its rows, made as they are read.</summary>
internal sealed record CsvTable(string Import, string Label, string Header, IEnumerable<string> Rows)
{
    private static readonly System.Buffers.SearchValues<char> NeedQuotes = System.Buffers.SearchValues.Create(",\"\r\n");

    public static string Row(params ReadOnlySpan<string?> fields)
    {
        var row = new StringBuilder();
        for (var index = 0; index < fields.Length; index++)
        {
            if (index > 0)
                row.Append(',');
            var field = fields[index] ?? "";
            if (field.AsSpan().ContainsAny(NeedQuotes))
                row.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                row.Append(field);
        }
        return row.ToString();
    }
}
