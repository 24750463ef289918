using System.Buffers;
using System.Buffers.Binary;
using Analytics.Ingest;

namespace Analytics.Streaming.Embedded;

/// <summary>
/// How a group stands in the journal: for each statement its <c>stored</c>, a length, and itself as it travels on any stream, not as a row of
/// today's table: so a later version of the program can read it.
/// </summary>
internal static class JournalRecord
{
    private const int HeaderBytes = sizeof(long) + sizeof(int);

    public static void Write(IBufferWriter<byte> writer, DateTimeOffset stored, AcceptedStatement statement)
    {
        var value = new ArrayBufferWriter<byte>(statement.Raw.Length + 512);
        AcceptedStatementFormat.Write(value, statement);
        var header = writer.GetSpan(HeaderBytes);
        BinaryPrimitives.WriteInt64LittleEndian(header, stored.UtcTicks);
        BinaryPrimitives.WriteInt32LittleEndian(header[sizeof(long)..], value.WrittenCount);
        writer.Advance(HeaderBytes);
        writer.Write(value.WrittenSpan);
    }

    /// <exception cref="FormatException">A later version of the program wrote it.</exception>
    public static List<EncodedRow> Read(byte[] record)
    {
        var rows = new List<EncodedRow>();
        for (var at = 0; at < record.Length;)
        {
            var stored = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(at)), TimeSpan.Zero);
            var length = BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(at + sizeof(long)));
            at += HeaderBytes;
            rows.Add(new EncodedRow(StatementRowMapper.Map(AcceptedStatementFormat.Read(record.AsMemory(at, length)))) { Stored = stored });
            at += length;
        }

        return rows;
    }
}
