using Lrs.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lrs.Statements.Attachments;

/// <summary>A body of multipart/mixed (RFC 2046 5.1) read as it arrives, part by part. Once it is broken or too long, <see cref="Problem"/> says so and all reading ends.</summary>
internal sealed class MultipartBody
{
    // RFC 2046 5.1.1
    private const int LongestBoundary = 70;
    private const int BufferBytes = 32 * 1024;

    private readonly LimitedStream _stream;
    private readonly MultipartReader _reader;
    private readonly long _maxBytes;

    private MultipartBody(string boundary, Stream stream, long maxBytes)
    {
        _stream = new LimitedStream(stream, maxBytes);
        _reader = new MultipartReader(boundary, _stream, BufferBytes);
        _maxBytes = maxBytes;
    }

    public IResult? Problem { get; private set; }

    public static ParseResult<MultipartBody> Open(HttpRequest request, MediaTypeHeaderValue type, long maxBytes)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is > 0 and <= LongestBoundary
            ? new MultipartBody(boundary.ToString(), RequestBody.Open(request), maxBytes)
            : new MalformedMultipart($"needs a boundary of 1 to {LongestBoundary} characters in the header Content-Type; one with : / ? = or the like stands in quotes");
    }

    public static IResult TooLarge(long maxBytes) => XapiProblem.TooLarge($"The body is larger than {maxBytes} bytes; send fewer attachments at once.");

    /// <summary>The next part; null at the end, and where there is a problem.</summary>
    public Task<MultipartSection?> NextAsync(CancellationToken cancellation) => ReadAsync(_reader.ReadNextSectionAsync(cancellation));

    /// <summary>Reads of the current part; 0 at its end, and where there is a problem.</summary>
    public Task<int> ReadAsync(MultipartSection part, Memory<byte> buffer, CancellationToken cancellation) =>
        ReadAsync(part.Body.ReadAsync(buffer, cancellation).AsTask());

    /// <summary>The current part, whole; null if it is larger than that, and where there is a problem.</summary>
    public Task<RequestBody?> ReadWholeAsync(MultipartSection part, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(RequestBody.ReadAsync(part.Body, null, maxBytes, cancellation));

    // TRICKY: the reader throws what files throw too, so only reading from it is guarded, and only against what is the client's doing:
    // a connection that broke is an exception derived from IOException, and no problem to answer.
    private async Task<T?> ReadAsync<T>(Task<T?> reading)
    {
        if (Problem is not null)
            return default;
        try
        {
            return await reading;
        }
        catch (Exception e) when (e is InvalidDataException || e.GetType() == typeof(IOException))
        {
            Problem = _stream.IsExceeded
                ? TooLarge(_maxBytes)
                : XapiProblem.Of(new MalformedMultipart("is no multipart/mixed with this boundary, or ends before its last boundary"));
            return default;
        }
    }
}
