using System.IO.Compression;
using Lrs.Http;
using Microsoft.AspNetCore.Http;

namespace Lrs.Tests.Http;

public sealed class RequestBodyTests
{
    [Theory]
    [InlineData("", 1000, 1000, null)]
    [InlineData("", 1001, 1000, StatusCodes.Status413PayloadTooLarge)]
    [InlineData("gzip", 1000, 1000, null)]
    [InlineData("gzip", 1_000_000, 10_000, StatusCodes.Status413PayloadTooLarge)]
    [InlineData("br", 10, 1000, StatusCodes.Status415UnsupportedMediaType)]
    public async Task A_stream_ends_where_what_it_expands_to_passes_the_limit(string encoding, int length, int maxBytes, int? status)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.ContentEncoding = encoding;
        request.Body = new MemoryStream(encoding == "gzip" ? Compress(new byte[length]) : new byte[length]);
        if (status is null)
            Assert.Equal(length, await ReadAsync(request, maxBytes));
        else
            Assert.Equal(status, (await Assert.ThrowsAsync<BadHttpRequestException>(() => ReadAsync(request, maxBytes))).StatusCode);
        Assert.True(request.Body.CanRead);
    }

    [Fact]
    public void A_length_beyond_the_limit_is_refused_before_a_byte_is_read()
    {
        var request = new DefaultHttpContext().Request;
        request.ContentLength = 1001;
        Assert.Equal(
            StatusCodes.Status413PayloadTooLarge,
            Assert.Throws<BadHttpRequestException>(() => { RequestBody.Open(request, 1000); }).StatusCode);
    }

    private static async Task<long> ReadAsync(HttpRequest request, long maxBytes)
    {
        await using var stream = RequestBody.Open(request, maxBytes);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        return read.Length;
    }

    private static byte[] Compress(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(plain);
        return compressed.ToArray();
    }
}
