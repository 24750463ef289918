using System.Globalization;
using System.Text;

namespace Jobs.Pdf;

internal enum Align
{
    Left,
    Center,
    Right,
}

/// <summary>Grey from 0, black, to 1, white.</summary>
internal readonly record struct Ink(double Grey)
{
    public static readonly Ink Black = new(0);
    public static readonly Ink Soft = new(0.36);
    public static readonly Ink Rule = new(0.72);
    public static readonly Ink Tint = new(0.945);
}

/// <summary>One page of A4 in the making. Lengths are points (1/72 inch), from the upper left corner.</summary>
internal sealed class PdfPage(Dictionary<TrueTypeFont, SortedDictionary<ushort, int>> used)
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder _content = new();

    public string Content => _content.ToString();

    /// <param name="baseline">Where the letters stand.</param>
    public void Text(double x, double baseline, string text, TrueTypeFont font, double size, Align align = Align.Left, Ink ink = default)
    {
        var shown = Printable(text);
        var width = align == Align.Left ? 0 : font.WidthOf(shown, size);
        var left = x - (align == Align.Center ? width / 2 : align == Align.Right ? width : 0);
        Write($"BT {N(ink.Grey)} g /{NameOf(font)} {N(size)} Tf {N(left)} {N(Height - baseline)} Td <");
        foreach (var rune in shown.EnumerateRunes())
        {
            var glyph = font.GlyphOf(rune);
            if (!used.TryGetValue(font, out var glyphs))
                used[font] = glyphs = [];
            glyphs.TryAdd(glyph, glyph == TrueTypeFont.Missing ? Rune.ReplacementChar.Value : rune.Value);
            Write($"{glyph:x4}");
        }

        Write($"> Tj ET\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double width = 0.5, Ink ink = default) =>
        Write($"{N(ink.Grey)} G {N(width)} w {N(x1)} {N(Height - y1)} m {N(x2)} {N(Height - y2)} l S\n");

    public void Fill(double x, double y, double width, double height, Ink ink) =>
        Write($"{N(ink.Grey)} g {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f\n");

    public static string NameOf(TrueTypeFont font) => font == TrueTypeFont.Bold ? "F2" : "F1";

    /// <summary>A line break or a tab is a space; what has no shape and would only confuse a reader (direction marks) is left out.</summary>
    public static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        UnicodeCategory.Format => "",
        _ => rune.ToString(),
    })).Normalize(NormalizationForm.FormC);

    private void Write(FormattableString text) => _content.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
