using System.Buffers;
using System.IO.Compression;

namespace Lrs.Http;

/// <summary>
/// A request's body, whole and in memory: disposing gives the memory back, so keep no slice of it beyond. A body that came compressed
/// (Content-Encoding gzip or deflate) is read as what it expands to, and that is what limits count. <see cref="RequestBodies"/> reads it.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>As the header Accept-Encoding of an answer says it.</summary>
    public const string AcceptedEncodings = "gzip, deflate";

    // The pool keeps arrays for each thread: of large ones that would be hundreds of megabytes of nothing, so they are left to the collector.
    private const int LargestPooled = 1024 * 1024;

    // TRICKY: which lets large arrays lie as long as the machine has memory, here 3 GB after 60 bodies of 15 MB and what was made of them. So it is
    // asked to collect after so many bytes: in the background, some milliseconds, where reading and storing them took seconds.
    private const long CollectAfterBytes = 64L * 1024 * 1024;
    private static long _leftBytes;

    private byte[] _buffer = [];
    private int _end;
    private int _length;
    private (ByteBudget? Budget, int Bytes) _room;

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <summary>The body as a stream, expanded where it came compressed. Disposing it leaves the request's own stream open.</summary>
    /// <exception cref="BadHttpRequestException">
    /// Here or from reading, and answered as what it says: 413: larger than <paramref name="maxBytes"/>; 415: another Content-Encoding;
    /// 400: not what its Content-Encoding says.
    /// </exception>
    public static Stream Open(HttpRequest request, long maxBytes)
    {
        if (request.ContentLength > maxBytes)
            throw LimitedStream.TooLarge(maxBytes);
        // RFC 9110 8.4.1. Not br: its window takes 16 MB before the first byte is there.
        return new LimitedStream(maxBytes, request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
        {
            "" or "identity" => request.Body,
            "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => throw new BadHttpRequestException(
                $"The body's Content-Encoding is not read here; expected {AcceptedEncodings}.", StatusCodes.Status415UnsupportedMediaType),
        }, request.Body);
    }

    /// <summary>Makes place for a body of that length, and for one byte more, which shows that it is longer.</summary>
    /// <exception cref="NoRoomForBodyException">The budget had no room for it.</exception>
    public async Task GrowAsync(int most, ByteBudget? budget, CancellationToken cancellation)
    {
        if (budget is not null && !await budget.TryTakeAsync(most, cancellation))
            throw new NoRoomForBodyException();
        var smaller = (_buffer, _room);
        _room = (budget, most);
        _end = Math.Min(most, Array.MaxLength - 1) + 1;
        _buffer = _end <= LargestPooled ? ArrayPool<byte>.Shared.Rent(_end) : GC.AllocateUninitializedArray<byte>(_end);
        smaller._buffer.AsSpan(0, _length).CopyTo(_buffer);
        Return(smaller._buffer, smaller._room);
    }

    /// <summary>False where the stream has more than there is place for.</summary>
    public async Task<bool> FillAsync(Stream stream, CancellationToken cancellation)
    {
        while (_length < _end)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_length, _end - _length), cancellation);
            if (read == 0)
                return true;
            _length += read;
        }

        return false;
    }

    public void Dispose()
    {
        var (buffer, room) = (_buffer, _room);
        (_buffer, _room, _length, _end) = ([], default, 0, 0);
        Return(buffer, room);
    }

    private static void Return(byte[] buffer, (ByteBudget? Budget, int Bytes) room)
    {
        if (buffer.Length is > 0 and <= LargestPooled)
            ArrayPool<byte>.Shared.Return(buffer);
        else if (buffer.Length > 0 && Interlocked.Add(ref _leftBytes, buffer.Length) >= CollectAfterBytes && Interlocked.Exchange(ref _leftBytes, 0) > 0)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        room.Budget?.Return(room.Bytes);
    }
}
