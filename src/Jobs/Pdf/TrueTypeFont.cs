using System.Buffers.Binary;
using System.Text;

namespace Jobs.Pdf;

/// <summary>
/// A TrueType font as a PDF needs it: which glyph a character has, how wide it is, and the font cut down to the glyphs that were used.
/// The program brings its own fonts (<c>Fonts/</c>, with their licence), so that a page looks the same on every machine.
/// </summary>
internal sealed class TrueTypeFont
{
    /// <summary>Stands where a character is not in the font: a box, so that a reader sees that something is missing.</summary>
    public const ushort Missing = 0;

    // What a PDF reader needs of a font whose glyphs are named by number (ISO 32000-1, 9.9): no names, no character map.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private readonly byte[] _file;
    private readonly Dictionary<string, (int Start, int Length)> _tables = [];
    private readonly Dictionary<int, ushort> _glyphs = [];

    private TrueTypeFont(string name, byte[] file)
    {
        (Name, _file) = (name, file);
        for (var i = 0; i < UInt16(4); i++)
            _tables[Encoding.ASCII.GetString(file, 12 + i * 16, 4)] = (Int32(12 + i * 16 + 8), Int32(12 + i * 16 + 12));
        var (head, hhea) = (_tables["head"].Start, _tables["hhea"].Start);
        UnitsPerEm = UInt16(head + 18);
        Box = [Int16(head + 36), Int16(head + 38), Int16(head + 40), Int16(head + 42)];
        (Ascent, Descent) = (Int16(hhea + 4), Int16(hhea + 6));
        Widths = ReadWidths(UInt16(_tables["maxp"].Start + 4), UInt16(hhea + 34));
        ReadCharacterMap();
    }

    public static TrueTypeFont Regular { get; } = Load("LiberationSans-Regular");

    public static TrueTypeFont Bold { get; } = Load("LiberationSans-Bold");

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int[] Box { get; }

    /// <summary>Advance of each glyph, in units of the em.</summary>
    public ushort[] Widths { get; }

    public ushort GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value, Missing);

    /// <summary>Width of a text in the unit of <paramref name="size"/>.</summary>
    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(rune => Widths[GlyphOf(rune)]) * size / UnitsPerEm;

    /// <summary>The font with the outlines of these glyphs only; each keeps its number.</summary>
    public byte[] Subset(IEnumerable<ushort> glyphs)
    {
        var wanted = WithParts(glyphs);
        var glyf = new MemoryStream();
        var loca = new byte[(Widths.Length + 1) * 4];
        for (var glyph = 0; glyph < Widths.Length; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(glyph * 4), (int)glyf.Length);
            if (wanted.Contains((ushort)glyph))
                glyf.Write(OutlineOf(glyph));
        }

        BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(Widths.Length * 4), (int)glyf.Length);
        var head = TableOf("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // loca has 32-bit offsets now
        return Assemble(Kept.Where(_tables.ContainsKey).Select(tag => (tag, tag switch
        {
            "glyf" => glyf.ToArray(),
            "loca" => loca,
            "head" => head,
            _ => TableOf(tag).ToArray(),
        })).ToList());
    }

    private static TrueTypeFont Load(string name)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"Jobs.Pdf.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TrueTypeFont(name, file);
    }

    private ushort[] ReadWidths(int glyphs, int measured)
    {
        // Glyphs beyond the measured ones are as wide as the last of these.
        var hmtx = _tables["hmtx"].Start;
        return [.. Enumerable.Range(0, glyphs).Select(glyph => (ushort)UInt16(hmtx + Math.Min(glyph, measured - 1) * 4))];
    }

    // Format 4, characters up to U+FFFF, is what every Windows font has; the fonts here have nothing beyond.
    private void ReadCharacterMap()
    {
        var cmap = _tables["cmap"].Start;
        var map = Enumerable.Range(0, UInt16(cmap + 2)).Select(i => cmap + Int32(cmap + 4 + i * 8 + 4)).First(start => UInt16(start) == 4);
        var segments = UInt16(map + 6) / 2;
        var (ends, starts) = (map + 14, map + 16 + segments * 2);
        var (deltas, offsets) = (starts + segments * 2, starts + segments * 4);
        for (var i = 0; i < segments; i++)
        {
            for (var character = UInt16(starts + i * 2); character <= UInt16(ends + i * 2) && character < 0xFFFF; character++)
            {
                var offset = UInt16(offsets + i * 2);
                var listed = offset == 0 ? character : UInt16(offsets + i * 2 + offset + (character - UInt16(starts + i * 2)) * 2);
                if (listed != 0)
                    _glyphs[character] = (ushort)(listed + UInt16(deltas + i * 2));
            }
        }
    }

    // An accented letter is often made of a letter and an accent, which are glyphs of their own.
    private HashSet<ushort> WithParts(IEnumerable<ushort> glyphs)
    {
        const int argumentsAreWords = 1, hasScale = 8, morePartsFollow = 32, hasTwoScales = 64, hasMatrix = 128;
        var all = new HashSet<ushort>();
        var waiting = new Stack<ushort>(glyphs.Append(Missing));
        while (waiting.TryPop(out var glyph))
        {
            var outline = OutlineOf(glyph);
            if (!all.Add(glyph) || outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
                continue;
            for (int at = 10, flags = morePartsFollow; (flags & morePartsFollow) != 0;)
            {
                flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
                waiting.Push(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
                at += 4 + ((flags & argumentsAreWords) != 0 ? 4 : 2);
                at += (flags & hasScale) != 0 ? 2 : (flags & hasTwoScales) != 0 ? 4 : (flags & hasMatrix) != 0 ? 8 : 0;
            }
        }

        return all;
    }

    private ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var (loca, glyf) = (_tables["loca"].Start, _tables["glyf"].Start);
        var isLong = Int16(_tables["head"].Start + 50) != 0;
        int At(int index) => isLong ? Int32(loca + index * 4) : UInt16(loca + index * 2) * 2;
        return _file.AsSpan(glyf + At(glyph), At(glyph + 1) - At(glyph));
    }

    private static byte[] Assemble(List<(string Tag, byte[] Bytes)> tables)
    {
        var start = 12 + tables.Count * 16;
        var file = new byte[start + tables.Sum(table => Padded(table.Bytes.Length))];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(4), (short)tables.Count);
        BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(6), (short)(16 << power));
        BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(8), (short)power);
        BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(10), (short)(tables.Count * 16 - (16 << power)));
        foreach (var ((tag, bytes), i) in tables.Select((table, i) => (table, i)))
        {
            var entry = file.AsSpan(12 + i * 16, 16);
            Encoding.ASCII.GetBytes(tag, entry);
            bytes.CopyTo(file.AsSpan(start));
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(file.AsSpan(start, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], start);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            start += Padded(bytes.Length);
        }

        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (var i = 0; i < table.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(table[i..]));
        return sum;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private ReadOnlySpan<byte> TableOf(string tag) => _file.AsSpan(_tables[tag].Start, _tables[tag].Length);

    private int UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private int Int32(int at) => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(at));
}
