using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Jobs.Pdf;

/// <summary>
/// Writes a PDF 1.7 (ISO 32000-1) of text, lines and tints, with its fonts inside. Nothing of the moment or of chance goes into the file:
/// the same pages are the same bytes, so that reports can be told apart by their SHA-256. Why no library does it: docs/decisions/0012.
/// </summary>
internal sealed class PdfDocument(string title)
{
    private readonly Dictionary<TrueTypeFont, SortedDictionary<ushort, int>> _used = [];
    private readonly List<PdfPage> _pages = [];
    private readonly List<long> _objects = [];
    private readonly MemoryStream _file = new();

    public IReadOnlyList<PdfPage> Pages => _pages;

    public PdfPage AddPage()
    {
        var page = new PdfPage(_used);
        _pages.Add(page);
        return page;
    }

    /// <summary>The file's bytes. Once only: there is nothing to add afterwards.</summary>
    public byte[] Write()
    {
        Raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        // 1 catalogue, 2 pages, 3 information; then whatever is needed, in order of need.
        _objects.AddRange([0, 0, 0]);
        var fonts = string.Concat(_used.OrderBy(font => PdfPage.NameOf(font.Key))
            .Select(font => $"/{PdfPage.NameOf(font.Key)} {WriteFont(font.Key, font.Value)} 0 R "));
        var pages = _pages.Select(page => WritePage(page, fonts)).ToList();
        Put(2, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(id => $"{id} 0 R"))}] >>");
        Put(3, $"<< /Title {Text(title)} /Creator {Text("LearningRecords")} >>");
        Put(1, "<< /Type /Catalog /Pages 2 0 R /Lang (id-ID) /ViewerPreferences << /DisplayDocTitle true >> >>");
        WriteEnd();
        return _file.ToArray();
    }

    private int WritePage(PdfPage page, string fonts)
    {
        var content = Stream(Encoding.ASCII.GetBytes(page.Content));
        return Put(Next(), string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources << /Font << {fonts}>> >> /Contents {content} 0 R >>"));
    }

    // 9.7: a composite font whose codes are glyph numbers. The map back to Unicode is what copying, searching and reading aloud go by.
    private int WriteFont(TrueTypeFont font, SortedDictionary<ushort, int> glyphs)
    {
        int Em(int units) => units * 1000 / font.UnitsPerEm;
        var file = Stream(font.Subset(glyphs.Keys));
        var descriptor = Put(Next(),
            $"<< /Type /FontDescriptor /FontName /LRSUBS+{font.Name} /Flags 32 /FontBBox [{string.Join(' ', font.Box.Select(Em))}] /ItalicAngle 0 "
            + $"/Ascent {Em(font.Ascent)} /Descent {Em(font.Descent)} /CapHeight 729 /StemV 80 /FontFile2 {file} 0 R >>");
        var widths = string.Concat(glyphs.Keys.Select(glyph => $"{glyph} [{Em(font.Widths[glyph])}] "));
        var descendant = Put(Next(),
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /LRSUBS+{font.Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [{widths}] >>");
        var unicode = Stream(Encoding.ASCII.GetBytes(ToUnicode(glyphs)));
        return Put(Next(),
            $"<< /Type /Font /Subtype /Type0 /BaseFont /LRSUBS+{font.Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private static string ToUnicode(SortedDictionary<ushort, int> glyphs)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /ToUnicode def /CMapType 2 def\n"
            + "1 begincodespacerange <0000> <ffff> endcodespacerange\n");
        foreach (var hundred in glyphs.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{hundred.Length} beginbfchar\n");
            foreach (var (glyph, character) in hundred)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:x4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(new Rune(character).ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap end end\n").ToString();
    }

    private void WriteEnd()
    {
        var start = _file.Length;
        Raw($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _objects)
            Raw($"{offset:D10} 00000 n \n");
        Raw($"trailer << /Size {_objects.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }

    private int Stream(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        var id = Next();
        _objects[id - 1] = _file.Length;
        Raw($"{id} 0 obj << /Length {packed.Length} /Length1 {bytes.Length} /Filter /FlateDecode >>\nstream\n");
        packed.WriteTo(_file);
        Raw("\nendstream endobj\n");
        return id;
    }

    private int Put(int id, string body)
    {
        _objects[id - 1] = _file.Length;
        Raw($"{id} 0 obj {body} endobj\n");
        return id;
    }

    private int Next()
    {
        _objects.Add(0);
        return _objects.Count;
    }

    // 7.9.2.2: UTF-16 with a mark, in hexadecimal, is safe whatever is in it.
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private void Raw(string text) => _file.Write(Encoding.Latin1.GetBytes(text));
}
