namespace Lrs.Http;

/// <summary>A body that ends in 413 beyond its limit, and in 400 where it is not what its Content-Encoding says. Read only.</summary>
/// <param name="maxBytes">Of what is read from here, so of what a compressed body expands to: a bomb costs no more than this.</param>
/// <param name="stream">What is read, disposed with this unless it is <paramref name="keepOpen"/>.</param>
internal sealed class LimitedStream(long maxBytes, Stream stream, Stream keepOpen) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static BadHttpRequestException TooLarge(long maxBytes) =>
        new($"The body is larger than {maxBytes} bytes.", StatusCodes.Status413PayloadTooLarge);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await stream.ReadAsync(buffer, cancellationToken));
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Count(stream.Read(buffer, offset, count));
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !ReferenceEquals(stream, keepOpen))
            stream.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read) => (_read += read) > maxBytes ? throw TooLarge(maxBytes) : read;

    private static BadHttpRequestException Broken(InvalidDataException e) =>
        new("The body breaks off or is not what its Content-Encoding says.", StatusCodes.Status400BadRequest, e);
}
