using Lrs.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lrs.Statements.Attachments;

/// <summary>A body of multipart/mixed (RFC 2046 5.1) read as it arrives, part by part. Once it is broken, <see cref="Problem"/> says so and all reading ends.</summary>
internal sealed class MultipartBody
{
    // RFC 2046 5.1.1
    private const int LongestBoundary = 70;
    private const int BufferBytes = 32 * 1024;

    private readonly MultipartReader _reader;

    private MultipartBody(string boundary, Stream stream) => _reader = new MultipartReader(boundary, stream, BufferBytes);

    public StatementError? Problem { get; private set; }

    public static ParseResult<MultipartBody> Open(MediaTypeHeaderValue type, Stream stream)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is > 0 and <= LongestBoundary
            ? new MultipartBody(boundary.ToString(), stream)
            : new MalformedMultipart($"needs a boundary of 1 to {LongestBoundary} characters in the header Content-Type; one with : / ? = or the like stands in quotes");
    }

    /// <summary>The next part; null at the end, and where there is a problem.</summary>
    public Task<MultipartSection?> NextAsync(CancellationToken cancellation) => ReadAsync(_reader.ReadNextSectionAsync(cancellation));

    /// <summary>Reads of the current part; 0 at its end, and where there is a problem.</summary>
    public Task<int> ReadAsync(MultipartSection part, Memory<byte> buffer, CancellationToken cancellation) =>
        ReadAsync(part.Body.ReadAsync(buffer, cancellation).AsTask());

    /// <summary>The current part, whole; null if it is larger than that, and where there is a problem.</summary>
    public Task<RequestBody?> ReadWholeAsync(MultipartSection part, RequestBodies bodies, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(bodies.ReadPartAsync(part.Body, maxBytes, cancellation));

    // TRICKY: the reader throws what files throw too, so only reading from it is guarded, and only against a body that is no multipart: one
    // that is too long, or whose connection broke, comes as an exception derived from IOException, which goes on its way.
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
            Problem = new MalformedMultipart("is no multipart/mixed with this boundary, or ends before its last boundary");
            return default;
        }
    }
}
