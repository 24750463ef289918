using System.Buffers;

namespace Lrs.Http;

/// <summary>A request's body, whole and in pooled memory: disposing gives the memory back, so keep no slice of it beyond.</summary>
internal sealed class RequestBody : IDisposable
{
    // Of what a request says its length is, no more than this is believed before the bytes are there.
    private const int MostAtFirst = 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <summary>The body as it arrives, for what is not read whole into memory.</summary>
    public static Stream Open(HttpRequest request) => request.Body;

    /// <summary>Null if the body is larger than <paramref name="maxBytes"/>, of which no more than that was read.</summary>
    public static Task<RequestBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation) =>
        request.ContentLength > maxBytes ? Task.FromResult<RequestBody?>(null) : ReadAsync(Open(request), request.ContentLength, maxBytes, cancellation);

    /// <summary>The same of a part of a body; its length may be unknown.</summary>
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
