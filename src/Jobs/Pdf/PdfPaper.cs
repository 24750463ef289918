namespace Jobs.Pdf;

/// <summary>A column of a printed table.</summary>
/// <param name="Share">Of the table's width, beside the other columns' shares.</param>
internal sealed record PdfColumn(string Title, double Share, Align Align = Align.Left);

/// <summary>Sets text, figures and tables from the top of a page to its end, and goes on on the next.</summary>
internal sealed class PdfPaper
{
    public const double Left = 56.7;
    public const double Right = PdfPage.Width - 56.7;
    public const double TextWidth = Right - Left;
    private const double Top = 56.7;
    private const double Bottom = PdfPage.Height - 68;
    private const double CellPadding = 4;
    private const double CellSize = 8.5;
    private const double CellLeading = 11;

    private readonly PdfDocument _document;

    public PdfPaper(string title)
    {
        _document = new PdfDocument(title);
        Page = _document.AddPage();
    }

    public PdfPage Page { get; private set; }

    /// <summary>Where the next thing begins, from the upper edge.</summary>
    public double Y { get; set; } = Top;

    public void NewPage() => (Page, Y) = (_document.AddPage(), Top);

    /// <summary>What follows needs so much height in one piece.</summary>
    public void Need(double height)
    {
        if (Y + height > Bottom)
            NewPage();
    }

    public void Centered(string text, TrueTypeFont font, double size, double leading)
    {
        foreach (var line in Wrap(text, font, size, TextWidth))
        {
            Page.Text(PdfPage.Width / 2, Y + size, line, font, size, Align.Center);
            Y += leading;
        }
    }

    public void Heading(string text)
    {
        Need(70);
        Y += 16;
        Page.Text(Left, Y + 10.5, text, TrueTypeFont.Bold, 10.5);
        Y += 19;
    }

    public void Paragraph(string text, double size = 9, Ink ink = default, double indent = 0)
    {
        foreach (var line in Wrap(text, TrueTypeFont.Regular, size, TextWidth - indent))
        {
            Need(size * 1.4);
            Page.Text(Left + indent, Y + size, line, TrueTypeFont.Regular, size, ink: ink);
            Y += size * 1.4;
        }
    }

    /// <summary>A table whose head stands again on each page it goes on to; a row is never torn.</summary>
    /// <param name="notes">Under each row, over its whole width: what explains it.</param>
    public void Table(
        IReadOnlyList<PdfColumn> columns, IReadOnlyList<string[]> rows, Func<int, IReadOnlyList<string>>? notes = null, string[]? total = null)
    {
        var widths = WidthsOf(columns, rows);
        Need(3 * CellLeading + 30);
        Head(columns, widths);
        var number = 0;
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) => Wrap(cell, TrueTypeFont.Regular, CellSize, widths[i] - 2 * CellPadding)).ToArray();
            var under = notes?.Invoke(number).SelectMany(note => Wrap(note, TrueTypeFont.Regular, 7.5, TextWidth - 24)).ToList() ?? [];
            var height = cells.Max(cell => cell.Count) * CellLeading + under.Count * 10 + (under.Count > 0 ? 10 : 5);
            if (Y + height > Bottom)
            {
                NewPage();
                Head(columns, widths);
            }

            Cells(columns, widths, cells, TrueTypeFont.Regular);
            foreach (var (line, i) in under.Select((line, i) => (line, i)))
                Page.Text(Left + 12, Y + height - 5 - (under.Count - i) * 10 + 8, line, TrueTypeFont.Regular, 7.5, ink: Ink.Soft);
            Y += height;
            Page.Line(Left, Y, Right, Y, 0.35, Ink.Rule);
            number++;
        }

        if (total is not null)
            Total(columns, widths, total);
        Y += 6;
    }

    /// <summary>What stands at the foot of every page, with its number; then the file.</summary>
    public byte[] Finish(string foot)
    {
        for (var i = 0; i < _document.Pages.Count; i++)
        {
            var page = _document.Pages[i];
            page.Line(Left, PdfPage.Height - 48, Right, PdfPage.Height - 48, 0.35, Ink.Rule);
            page.Text(Left, PdfPage.Height - 36, Fitting(foot, TextWidth - 100), TrueTypeFont.Regular, 7.5, ink: Ink.Soft);
            page.Text(Right, PdfPage.Height - 36, $"Halaman {i + 1} dari {_document.Pages.Count}", TrueTypeFont.Regular, 7.5, Align.Right, Ink.Soft);
        }

        return _document.Write();
    }

    /// <summary>Breaks at spaces, and within a word that is wider than the line: an address, a name without spaces.</summary>
    public static List<string> Wrap(string text, TrueTypeFont font, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in PdfPage.Printable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.WidthOf(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = word;
            while (font.WidthOf(line, size) > width)
            {
                var head = Head(line, font, size, width);
                lines.Add(head);
                line = line[head.Length..];
            }
        }

        return line.Length > 0 || lines.Count == 0 ? [.. lines, line] : lines;
    }

    // As many characters as the width has room for, one at least, a pair of surrogates never cut in two.
    private static string Head(string word, TrueTypeFont font, double size, double width)
    {
        var length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (length > 0 && font.WidthOf(word[..(length + rune.Utf16SequenceLength)], size) > width)
                break;
            length += rune.Utf16SequenceLength;
        }

        return word[..length];
    }

    // Each its share of the line, but wide enough for its longest word, within reason: what lacks is taken from the widest.
    private static double[] WidthsOf(IReadOnlyList<PdfColumn> columns, IReadOnlyList<string[]> rows)
    {
        const double widestWord = 110;
        var widths = columns.Select(column => column.Share / columns.Sum(one => one.Share) * TextWidth).ToArray();
        for (var i = 0; i < widths.Length; i++)
        {
            var words = rows.SelectMany(row => row[i].Split(' ')).Distinct().Select(word => TrueTypeFont.Regular.WidthOf(word, CellSize))
                .Concat(columns[i].Title.Split(' ').Select(word => TrueTypeFont.Bold.WidthOf(word, CellSize)));
            var lacking = Math.Min(words.Max(), widestWord) + 2 * CellPadding + 0.1 - widths[i];
            var widest = Array.IndexOf(widths, widths.Max());
            if (lacking <= 0 || widest == i)
                continue;
            widths[widest] -= lacking;
            widths[i] += lacking;
        }

        return widths;
    }

    /// <summary>How high a paragraph will be.</summary>
    public static double HeightOf(string text, double size = 9) => Wrap(text, TrueTypeFont.Regular, size, TextWidth).Count * size * 1.4;

    private static string Fitting(string text, double width) => Wrap(text, TrueTypeFont.Regular, 7.5, width)[0];

    private void Head(IReadOnlyList<PdfColumn> columns, double[] widths)
    {
        var titles = columns.Select((column, i) => Wrap(column.Title, TrueTypeFont.Bold, CellSize, widths[i] - 2 * CellPadding)).ToArray();
        var height = titles.Max(title => title.Count) * CellLeading + 6;
        Page.Fill(Left, Y, TextWidth, height, Ink.Tint);
        Page.Line(Left, Y, Right, Y, 0.8);
        Cells(columns, widths, titles, TrueTypeFont.Bold);
        Y += height;
        Page.Line(Left, Y, Right, Y, 0.5);
    }

    private void Total(IReadOnlyList<PdfColumn> columns, double[] widths, string[] total)
    {
        Need(CellLeading + 6);
        Page.Line(Left, Y, Right, Y, 0.8);
        Cells(columns, widths, [.. total.Select(cell => new List<string> { cell })], TrueTypeFont.Bold);
        Y += CellLeading + 6;
        Page.Line(Left, Y, Right, Y, 0.8);
    }

    private void Cells(IReadOnlyList<PdfColumn> columns, double[] widths, IReadOnlyList<List<string>> cells, TrueTypeFont font)
    {
        var x = Left;
        for (var i = 0; i < columns.Count; x += widths[i], i++)
        {
            var at = columns[i].Align switch
            {
                Align.Right => x + widths[i] - CellPadding,
                Align.Center => x + widths[i] / 2,
                _ => x + CellPadding,
            };
            foreach (var (line, n) in cells[i].Select((line, n) => (line, n)))
                Page.Text(at, Y + 2.5 + CellSize + n * CellLeading, line, font, CellSize, columns[i].Align);
        }
    }
}
