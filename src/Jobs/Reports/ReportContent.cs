namespace Jobs.Reports;

/// <summary>What the cells of a column are. A cell is a string, a decimal, a long, a DateOnly, or null for none.</summary>
public enum CellType
{
    Text,

    /// <summary>Digits that are a name and no number, such as a NIP.</summary>
    Digits,
    Count,

    /// <summary>Learning hours.</summary>
    Jp,

    /// <summary>A part of a whole, 0 to 1.</summary>
    Share,
    Date,
}

/// <param name="Name">For programs: the header of CSV.</param>
/// <param name="Title">For people, in Indonesian: the header of XLSX and PDF.</param>
/// <param name="Width">In characters.</param>
/// <param name="Summed">The last row of XLSX and PDF adds it up.</param>
/// <param name="InWords">How people read a code; CSV keeps the code.</param>
/// <param name="Printed">False for what a page has no room for.</param>
public sealed record ReportColumn(
    string Name, string Title, CellType Type, double Width, bool Summed = false, Func<string, string>? InWords = null, bool Printed = true)
{
    /// <summary>The cell as people read it.</summary>
    public object? ForPeople(object? cell) => cell is string code && InWords is not null && code.Length > 0 ? InWords(code) : cell;
}

/// <summary>A table of a report. Its rows are read once, from their source, while they are written.</summary>
/// <param name="Appendix">Printed after the signature: a list that the figures before it sum up.</param>
/// <param name="Printed">False for a table that is for spreadsheets only.</param>
public sealed record ReportTable(
    string Title, IReadOnlyList<ReportColumn> Columns, IAsyncEnumerable<object?[]> Rows, bool Printed = true, bool Appendix = false);

/// <summary>A figure with what it counts.</summary>
public sealed record ReportFigure(string Title, CellType Type, object? Value);

/// <summary>A report before it has a format.</summary>
/// <param name="Title">What it is, in Indonesian.</param>
/// <param name="Subject">Of whom: the agency's name, the nation, the platform.</param>
/// <param name="AsOf">When its figures were computed; null where there are none yet.</param>
/// <param name="MadeOn">The day, in WIB.</param>
/// <param name="Basis">The law and the rules it was counted by, a sentence each.</param>
/// <param name="Signatory">Who would sign it.</param>
/// <param name="Tables">The first is the one that CSV holds.</param>
public sealed record ReportContent(
    string Title, string Subject, int Year, DateTimeOffset? AsOf, DateOnly MadeOn, IReadOnlyList<ReportFigure> Figures,
    IReadOnlyList<string> Basis, string Signatory, IReadOnlyList<ReportTable> Tables);
