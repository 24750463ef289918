using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.ClickHouse;

/// <summary>
/// Reads ClickHouse's Native format: a block of rows at a time and in it column after column, as ClickHouse has them in memory. What of a
/// column repeats comes once in a block (LowCardinality), so this is the form for tens of millions of rows. Reads, and does not await:
/// it is called for every value.
/// </summary>
internal sealed class NativeReader(Stream stream) : IDisposable
{
    private const int BufferBytes = 1 << 18;
    private const int FirstTextBytes = 1 << 16;
    private const ulong IndexWidth = 0xFF;
    private const ulong SharedDictionary = 0x100;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private byte[] _column = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int _start;
    private int _end;

    /// <summary>The number of rows of the next block; null at the end.</summary>
    public int? ReadBlock()
    {
        if (_start == _end && !TryFill())
            return null;
        _ = ReadLength();
        return ReadLength();
    }

    /// <summary>A column of values of a fixed size, until the next call.</summary>
    public ReadOnlySpan<T> ReadValues<T>(int rows)
        where T : unmanaged
    {
        SkipHead();
        return Values<T>(rows);
    }

    /// <summary>A Nullable(Bool): nulls, then values.</summary>
    public void ReadNullableBools(Span<bool?> into)
    {
        SkipHead();
        var bytes = Values<byte>(into.Length * 2);
        for (var i = 0; i < into.Length; i++)
            into[i] = bytes[i] != 0 ? null : bytes[into.Length + i] != 0;
    }

    /// <summary>A String of texts that are a person's, and become strings only when they are asked for.</summary>
    public TextBytes ReadStrings(int rows)
    {
        SkipHead();
        var ends = ArrayPool<int>.Shared.Rent(rows);
        var bytes = ArrayPool<byte>.Shared.Rent(FirstTextBytes);
        var end = 0;
        for (var i = 0; i < rows; i++)
        {
            var length = ReadLength();
            if (bytes.Length - end < length)
                Grow(ref bytes, end, length);
            Bytes(length).CopyTo(bytes.AsSpan(end));
            ends[i] = end += length;
        }

        return new TextBytes(bytes, ends);
    }

    /// <summary>A LowCardinality(String) of texts that come again in other blocks, and are nobody's.</summary>
    public TextColumn ReadTexts(int rows)
    {
        SkipHead();
        _ = Values<ulong>(1);
        return ReadDictionary(rows);
    }

    /// <summary>An array of values of a fixed size: where each row's elements end, and all elements one after another in a rented array.</summary>
    public T[] ReadLists<T>(Span<int> ends)
        where T : unmanaged
    {
        SkipHead();
        var offsets = Values<ulong>(ends.Length);
        for (var i = 0; i < ends.Length; i++)
            ends[i] = (int)offsets[i];
        var count = ends.Length > 0 ? ends[^1] : 0;
        var values = ArrayPool<T>.Shared.Rent(count);
        Values<T>(count).CopyTo(values);
        return values;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        ArrayPool<byte>.Shared.Return(_column);
    }

    private TextColumn ReadDictionary(int rows)
    {
        var kind = Values<ulong>(1)[0];
        if ((kind & SharedDictionary) != 0)
            throw new InvalidDataException("ClickHouse sent a dictionary of more than one block, which it does only between its own servers.");
        var texts = new string[Values<ulong>(1)[0]];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = TextPool.Of(Bytes(ReadLength()));
        _ = Values<ulong>(1);
        var indexes = ArrayPool<int>.Shared.Rent(rows);
        switch (kind & IndexWidth)
        {
            case 0:
                Widen(Values<byte>(rows), indexes);
                break;
            case 1:
                Widen(Values<ushort>(rows), indexes);
                break;
            default:
                Widen(Values<uint>(rows), indexes);
                break;
        }

        return new TextColumn(texts, indexes);
    }

    private static void Widen<T>(ReadOnlySpan<T> indexes, int[] into)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        for (var i = 0; i < indexes.Length; i++)
            into[i] = int.CreateTruncating(indexes[i]);
    }

    /// <summary>Name and type: the query says both.</summary>
    private void SkipHead()
    {
        _ = Bytes(ReadLength());
        _ = Bytes(ReadLength());
    }

    private static void Grow(ref byte[] bytes, int used, int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, used + more));
        bytes.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }

    private int ReadLength()
    {
        var length = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (_start == _end && !TryFill())
                throw new EndOfStreamException("ClickHouse's answer ends inside a block.");
            var part = _buffer[_start++];
            length |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
                break;
        }

        return (int)length;
    }

    private ReadOnlySpan<T> Values<T>(int count)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(count * Unsafe.SizeOf<T>()));

    private ReadOnlySpan<byte> Bytes(int count)
    {
        if (_end - _start >= count)
        {
            _start += count;
            return _buffer.AsSpan(_start - count, count);
        }

        if (_column.Length < count)
        {
            ArrayPool<byte>.Shared.Return(_column);
            _column = ArrayPool<byte>.Shared.Rent(count);
        }

        var there = _end - _start;
        _buffer.AsSpan(_start, there).CopyTo(_column);
        _start = _end;
        stream.ReadExactly(_column, there, count - there);
        return _column.AsSpan(0, count);
    }

    private bool TryFill()
    {
        (_start, _end) = (0, stream.Read(_buffer));
        return _end > 0;
    }
}

/// <summary>Texts of a block, each once, and which of them each row has: numbers, which the garbage collector need not look through.</summary>
internal readonly record struct TextColumn(string[] Texts, int[] Indexes) : IDisposable
{
    public string this[int row] => Texts[Indexes[row]];

    public void Dispose() => ArrayPool<int>.Shared.Return(Indexes);
}

/// <summary>Texts of a block as the bytes they came in, each where the one before it ends.</summary>
internal readonly record struct TextBytes(byte[] Utf8, int[] Ends) : IDisposable
{
    public string this[int row]
    {
        get
        {
            var first = row == 0 ? 0 : Ends[row - 1];
            return first == Ends[row] ? "" : Encoding.UTF8.GetString(Utf8, first, Ends[row] - first);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(Utf8);
        ArrayPool<int>.Shared.Return(Ends);
    }
}
