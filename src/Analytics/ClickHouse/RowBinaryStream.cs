using System.Buffers;

namespace Analytics.ClickHouse;

/// <summary>Cuts a RowBinary stream into rows, a buffer at a time; the buffer grows only for a row that is larger than it.</summary>
internal sealed class RowBinaryStream(Stream stream) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Fills <paramref name="page"/> with the rows of the next buffer; false at the end of the stream.</summary>
    public async Task<bool> ReadPageAsync<T>(RowBinaryRead<T> read, List<T> page, CancellationToken cancellation)
    {
        page.Clear();
        while (true)
        {
            ReadRows(read, page);
            if (page.Count > 0)
                return true;
            if (_ended)
                return _start < _end ? throw new EndOfStreamException("ClickHouse's answer ends inside a row.") : false;
            await FillAsync(cancellation);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void ReadRows<T>(RowBinaryRead<T> read, List<T> page)
    {
        while (_start < _end)
        {
            var reader = new RowBinaryReader(_buffer.AsSpan(_start, _end - _start));
            var row = read(ref reader);
            if (reader.IsShort)
                return;
            page.Add(row);
            _start += reader.Position;
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        var rest = _end - _start;
        if (rest == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(_start, rest).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start, rest).CopyTo(_buffer);
        }

        (_start, _end) = (0, rest);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
        _ended = read == 0;
        _end += read;
    }
}
