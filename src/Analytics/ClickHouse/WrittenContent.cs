using System.IO.Compression;
using System.Net;

namespace Analytics.ClickHouse;

/// <summary>A request body that is written while it is sent, so that a large insert never stands whole in memory.</summary>
internal sealed class WrittenContent : HttpContent
{
    private readonly Func<Stream, CancellationToken, Task> _write;
    private readonly bool _compress;

    public WrittenContent(Func<Stream, CancellationToken, Task> write, bool compress)
    {
        _write = write;
        _compress = compress;
        if (compress)
            Headers.ContentEncoding.Add("gzip");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!_compress)
        {
            await _write(stream, cancellationToken);
            return;
        }

        await using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await _write(gzip, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
