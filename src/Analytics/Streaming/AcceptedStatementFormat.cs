using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Text;
using Analytics.ClickHouse;

namespace Analytics.Streaming;

/// <summary>
/// An accepted statement as bytes, where it waits or travels: the layout's version (1), the statement's id (16 bytes in the order of its text),
/// whether it may define, provider, authority, version (each a length in LEB128 and UTF-8), then the statement as it came, to the end.
/// </summary>
public static class AcceptedStatementFormat
{
    private const byte Layout = 1;
    private const int MostTexts = 20_000;
    private const int LongestShared = 512;

    private static readonly ConcurrentDictionary<ulong, (byte[] Utf8, string Text)> Texts = new();

    public static void Write(IBufferWriter<byte> output, AcceptedStatement statement)
    {
        var writer = new RowBinaryWriter(output);
        writer.Write(Layout);
        Span<byte> id = stackalloc byte[16];
        statement.Id.TryWriteBytes(id, bigEndian: true, out _);
        writer.WriteFixed(id);
        writer.Write(statement.MayDefine);
        writer.Write(statement.Provider);
        writer.Write(statement.Authority);
        writer.Write(statement.Version);
        writer.WriteFixed(statement.Raw.Span);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the statement shares the memory.</summary>
    /// <exception cref="FormatException">It is cut off, or of another layout.</exception>
    public static AcceptedStatement Read(ReadOnlyMemory<byte> value)
    {
        if (value.Length < 17)
            throw new FormatException("The message ends before its statement begins.");
        if (value.Span[0] != Layout)
            throw new FormatException($"The message has layout {value.Span[0]}; this version reads {Layout}.");
        var reader = new RowBinaryReader(value.Span[17..]);
        var mayDefine = reader.ReadBool();
        var (provider, authority, version) = (ReadText(ref reader), ReadText(ref reader), ReadText(ref reader));
        if (reader.IsShort || reader.Position + 17 == value.Length)
            throw new FormatException("The message ends before its statement begins.");
        return new AcceptedStatement(new Guid(value.Span[1..17], bigEndian: true), value[(reader.Position + 17)..], provider, authority, version, mayDefine);
    }

    // Providers, authorities and versions are few: one text of each, not one a statement.
    private static string ReadText(ref RowBinaryReader reader)
    {
        var utf8 = reader.ReadBytes();
        if (utf8.Length > LongestShared)
            return Encoding.UTF8.GetString(utf8);
        var hash = XxHash3.HashToUInt64(utf8);
        if (Texts.TryGetValue(hash, out var known) && known.Utf8.AsSpan().SequenceEqual(utf8))
            return known.Text;
        var text = Encoding.UTF8.GetString(utf8);
        if (Texts.Count < MostTexts)
            Texts.TryAdd(hash, (utf8.ToArray(), text));
        return text;
    }
}
