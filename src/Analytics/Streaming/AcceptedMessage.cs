using System.Buffers;
using System.Text;
using Analytics.ClickHouse;

namespace Analytics.Streaming;

/// <summary>
/// An accepted statement as it travels in Kafka. Key: the statement's id, 16 bytes in the order of its text. Value: the layout's version
/// (1), whether it may define, provider, authority, version (each a length in LEB128 and UTF-8), then the statement as it came.
/// </summary>
internal static class AcceptedMessage
{
    private const byte Layout = 1;

    public static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);

    public static byte[] Value(AcceptedStatement statement)
    {
        var buffer = new ArrayBufferWriter<byte>(statement.Raw.Length + statement.Authority.Length + statement.Provider.Length + 32);
        var writer = new RowBinaryWriter(buffer);
        writer.Write(Layout);
        writer.Write(statement.MayDefine);
        writer.Write(statement.Provider);
        writer.Write(statement.Authority);
        writer.Write(statement.Version);
        writer.WriteFixed(statement.Raw.Span);
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">Not such a message.</exception>
    public static AcceptedStatement Read(byte[]? key, byte[]? value)
    {
        if (key is not { Length: 16 })
            throw new FormatException("The key is not a statement id of 16 bytes.");
        if (value is null || value.Length == 0)
            throw new FormatException("The message is empty.");
        var reader = new RowBinaryReader(value);
        if (reader.ReadByte() is var layout && layout != Layout)
            throw new FormatException($"The message has layout {layout}; this version reads {Layout}.");
        var mayDefine = reader.ReadBool();
        var (provider, authority, version) = (ReadText(ref reader), ReadText(ref reader), ReadText(ref reader));
        if (reader.IsShort || reader.Position == value.Length)
            throw new FormatException("The message ends before its statement begins.");
        return new AcceptedStatement(new Guid(key, bigEndian: true), value.AsMemory(reader.Position), provider, authority, version, mayDefine);
    }

    // Providers, authorities and versions are few: one text of each, not one a message.
    private static string ReadText(ref RowBinaryReader reader)
    {
        var bytes = reader.ReadBytes();
        return bytes.Length < 512 ? Texts.GetOrAdd(bytes) : Encoding.UTF8.GetString(bytes);
    }

    private static class Texts
    {
        private const int Most = 20_000;
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<ulong, (byte[] Utf8, string Text)> Known = new();

        public static string GetOrAdd(ReadOnlySpan<byte> utf8)
        {
            var hash = System.IO.Hashing.XxHash3.HashToUInt64(utf8);
            if (Known.TryGetValue(hash, out var known) && known.Utf8.AsSpan().SequenceEqual(utf8))
                return known.Text;
            var text = Encoding.UTF8.GetString(utf8);
            if (Known.Count < Most)
                Known.TryAdd(hash, (utf8.ToArray(), text));
            return text;
        }
    }
}
