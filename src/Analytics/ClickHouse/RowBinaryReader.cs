using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.ClickHouse;

/// <summary>Reads one row's columns from <paramref name="reader"/>, in the order and types of the SELECT.</summary>
public delegate T RowBinaryRead<out T>(ref RowBinaryReader reader);

/// <summary>
/// Reads RowBinary values from a buffer. When the buffer ends inside a row, <see cref="IsShort"/> turns true and the values read are
/// worthless: <see cref="RowBinaryStream"/> then reads more and the row again. So a row's reader must have no side effects.
/// </summary>
public ref struct RowBinaryReader(ReadOnlySpan<byte> buffer)
{
    private readonly ReadOnlySpan<byte> _buffer = buffer;

    public int Position { get; private set; }

    public bool IsShort { get; private set; }

    public byte ReadByte() => Take(1) is [var value] ? value : default;

    public bool ReadBool() => ReadByte() != 0;

    public bool? ReadNullableBool() => ReadByte() != 0 ? null : ReadBool();

    public int ReadInt32() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : default;

    public long ReadInt64() => Take(8) is { Length: 8 } bytes ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : default;

    public ulong ReadUInt64() => Take(8) is { Length: 8 } bytes ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : default;

    public Guid ReadGuid()
    {
        var bytes = Take(16);
        if (bytes.Length != 16)
            return default;
        Span<byte> ordered = stackalloc byte[16];
        bytes.CopyTo(ordered);
        ordered[..8].Reverse();
        ordered[8..].Reverse();
        return new Guid(ordered, bigEndian: true);
    }

    /// <summary>A DateTime64(6) in UTC.</summary>
    public DateTimeOffset ReadMoment() => DateTimeOffset.UnixEpoch.AddTicks(ReadInt64() * TimeSpan.TicksPerMicrosecond);

    /// <summary>A Date32.</summary>
    public DateOnly ReadDate() => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(ReadInt32());

    public DateOnly? ReadNullableDate() => ReadByte() != 0 ? null : ReadDate();

    public decimal ReadDecimal64(int scale) => (decimal)ReadInt64() / RowBinaryWriter.PowerOfTen(scale);

    public decimal? ReadNullableDecimal64(int scale) => ReadByte() != 0 ? null : ReadDecimal64(scale);

    public ReadOnlySpan<byte> ReadBytes() => Take(ReadLength());

    public string ReadString() => Encoding.UTF8.GetString(ReadBytes());

    /// <summary>A text that comes again in many rows and is nobody's: mostly the same string each time.</summary>
    public string ReadCode() => TextPool.Of(ReadBytes());

    public string[] ReadStrings() => ReadList(static (ref RowBinaryReader row) => row.ReadString());

    /// <summary>An array, each element as <paramref name="read"/> reads it.</summary>
    public T[] ReadList<T>(RowBinaryRead<T> read)
    {
        // A row is read again when the buffer was short, so never trust a length beyond what the buffer could hold.
        var count = ReadLength();
        if ((uint)count > (uint)(_buffer.Length - Position))
        {
            IsShort = true;
            return [];
        }

        var items = count == 0 ? [] : new T[count];
        for (var i = 0; i < count; i++)
            items[i] = read(ref this);
        return items;
    }

    public ulong[] ReadUInt64s()
    {
        var bytes = Take(ReadLength() * 8);
        return IsShort ? [] : MemoryMarshal.Cast<byte, ulong>(bytes).ToArray();
    }

    public int ReadLength()
    {
        var length = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = ReadByte();
            length |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
                break;
        }

        return (int)length;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (IsShort || (uint)count > (uint)(_buffer.Length - Position))
        {
            IsShort = true;
            return default;
        }

        var taken = _buffer.Slice(Position, count);
        Position += count;
        return taken;
    }
}
