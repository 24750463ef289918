using System.Text;

namespace Testing;

/// <summary>A spreadsheet as LibreOffice reads it: each sheet's cells, numbers as they are kept and not as they are shown.</summary>
public static class Spreadsheet
{
    // Comma, quotes, UTF-8, from the first line, values as they are and not as formatted, every sheet (Calc's CSV filter options).
    private const string EverySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    // How a CSV file is read: comma, quotes, UTF-8.
    private const string PlainCsv = "CSV:44,34,76,1";

    /// <param name="file">Ends in .xlsx or .csv.</param>
    public static async Task<Dictionary<string, List<string[]>>> ReadAsync(string file)
    {
        using var directory = new TestDirectory();
        // A profile of its own: two LibreOffices on one profile wait for each other.
        string[] arguments =
        [
            "--headless", $"-env:UserInstallation={new Uri(Path.Combine(directory.Path, "profile"))}", "--convert-to", EverySheet, "--outdir", directory.Path,
        ];
        await Installed.LibreOffice.RunAsync([.. arguments, .. file.EndsWith(".csv", StringComparison.Ordinal) ? (string[])[$"--infilter={PlainCsv}"] : [], file]);
        var name = Path.GetFileNameWithoutExtension(file) + "-";
        return Directory.GetFiles(directory.Path, "*.csv").ToDictionary(sheet => Path.GetFileNameWithoutExtension(sheet)[name.Length..], Rows);
    }

    /// <summary>Rows of CSV, as a program reads them.</summary>
    public static List<string[]> Rows(string file)
    {
        using var reader = new StreamReader(file);
        return Rows(reader);
    }

    /// <summary>RFC 4180 as it stands: a field is quoted or not, a quote inside is doubled, CRLF or LF ends a row.</summary>
    public static List<string[]> Rows(TextReader text)
    {
        var (rows, row, field) = (new List<string[]>(), new List<string>(), new StringBuilder());
        var quoted = false;
        for (var c = text.Read(); c >= 0; c = text.Read())
        {
            if (quoted && c == '"' && text.Peek() == '"')
                field.Append((char)text.Read());
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r'))
                field.Append((char)c);
            else if (c is ',' or '\n')
                EndField(c);
        }

        return rows;

        void EndField(int separator)
        {
            row.Add(field.ToString());
            field.Clear();
            if (separator == ',')
                return;
            rows.Add([.. row]);
            row.Clear();
        }
    }
}
