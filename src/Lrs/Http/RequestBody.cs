using System.Buffers;
using System.IO.Compression;

namespace Lrs.Http;

/// <summary>
/// A request's body, whole and in pooled memory: disposing gives the memory back, so keep no slice of it beyond. A body that came
/// compressed (Content-Encoding gzip or deflate) is read as what it expands to, and that is what limits count.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>As the header Accept-Encoding of an answer says it.</summary>
    public const string AcceptedEncodings = "gzip, deflate";

    // Of what a request says its length is, no more than this is believed before the bytes are there.
    private const int MostAtFirst = 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <summary>Null if the body is larger than <paramref name="maxBytes"/>, of which no more than that was read.</summary>
    /// <exception cref="BadHttpRequestException">415: another Content-Encoding; 400: not what its Content-Encoding says.</exception>
    public static async Task<RequestBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes)
            return null;
        await using var stream = Open(request, long.MaxValue);
        return await ReadAsync(stream, request.ContentLength, maxBytes, cancellation);
    }

    /// <summary>The same of a stream, a part of a body for instance, whose length may be unknown.</summary>
    public static async Task<RequestBody?> ReadAsync(Stream stream, long? length, int maxBytes, CancellationToken cancellation)
    {
        var body = new RequestBody((int)Math.Min(length ?? 16 * 1024, MostAtFirst) + 1);
        try
        {
            if (await body.FillAsync(stream, maxBytes, cancellation))
                return body;
        }
        catch
        {
            // Not swallowed: only the memory is given back before it goes on its way.
            body.Dispose();
            throw;
        }

        body.Dispose();
        return null;
    }

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

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private async Task<bool> FillAsync(Stream stream, int maxBytes, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellation);
            if (read == 0)
                return true;
            _length += read;
            if (_length > maxBytes)
                return false;
            if (_length == _buffer.Length)
                Grow();
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
