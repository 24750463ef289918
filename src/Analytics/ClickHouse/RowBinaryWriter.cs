using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Analytics.ClickHouse;

/// <summary>Writes values in ClickHouse's RowBinary, column after column in the order of the INSERT.</summary>
public sealed class RowBinaryWriter(IBufferWriter<byte> output)
{
    private static readonly long UnixEpochTicks = DateTimeOffset.UnixEpoch.Ticks;

    public void Write(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    public void Write(bool value) => Write(value ? (byte)1 : (byte)0);

    public void Write(bool? value)
    {
        if (WriteNull(value is null))
            Write(value!.Value);
    }

    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), value);
        output.Advance(4);
    }

    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(8), value);
        output.Advance(8);
    }

    public void Write(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(output.GetSpan(8), value);
        output.Advance(8);
    }

    /// <summary>A UUID: ClickHouse keeps it as two little-endian halves.</summary>
    public void Write(Guid value)
    {
        var span = output.GetSpan(16);
        value.TryWriteBytes(span, bigEndian: true, out _);
        span[..8].Reverse();
        span[8..16].Reverse();
        output.Advance(16);
    }

    /// <summary>A DateTime64(6): microseconds since 1970.</summary>
    public void Write(DateTimeOffset moment) => Write((moment.UtcTicks - UnixEpochTicks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>A Date32: days since 1970.</summary>
    public void Write(DateOnly date) => Write(date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);

    public void Write(DateOnly? date)
    {
        if (WriteNull(date is null))
            Write(date!.Value);
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        WriteLength(utf8.Length);
        output.Write(utf8);
    }

    public void Write(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        WriteLength(length);
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(length)));
    }

    /// <summary>Bytes without a length: a FixedString.</summary>
    public void WriteFixed(ReadOnlySpan<byte> bytes) => output.Write(bytes);

    /// <summary>A Decimal(p ≤ 18, scale): the number times ten to the scale, as an Int64.</summary>
    public void WriteDecimal64(decimal value, int scale) => Write(value.Scale == scale ? Mantissa(value) : (long)(value * PowerOfTen(scale)));

    public void Write(IReadOnlyCollection<string> texts)
    {
        WriteLength(texts.Count);
        foreach (var text in texts)
            Write(text);
    }

    public void Write(ReadOnlySpan<ulong> values)
    {
        WriteLength(values.Length);
        foreach (var value in values)
            Write(value);
    }

    /// <summary>The number of elements of an array, or bytes of a string: an unsigned LEB128.</summary>
    public void WriteLength(int length)
    {
        var rest = (uint)length;
        while (rest >= 0x80)
        {
            Write((byte)(rest | 0x80));
            rest >>= 7;
        }

        Write((byte)rest);
    }

    /// <summary>The mark before a Nullable's value; true when a value follows.</summary>
    public bool WriteNull(bool isNull)
    {
        Write(isNull);
        return !isNull;
    }

    /// <summary>The digits of a number of up to 18 of them: most numbers have the scale of their column already.</summary>
    private static long Mantissa(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var digits = ((long)parts[1] << 32) | (uint)parts[0];
        return parts[3] < 0 ? -digits : digits;
    }

    internal static long PowerOfTen(int scale)
    {
        var power = 1L;
        for (var i = 0; i < scale; i++)
            power *= 10;
        return power;
    }
}
