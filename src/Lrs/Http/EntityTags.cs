using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Lrs.Http;

/// <summary>ETags as 1.0.3 asks for them: the SHA-1 of the contents in lower-case hexadecimal digits (xAPI Communication 3.1).</summary>
internal static class EntityTags
{
    /// <summary>Without the quotes that it stands in.</summary>
    public static string Of(ReadOnlySpan<byte> contents) => Convert.ToHexStringLower(SHA1.HashData(contents));

    /// <summary>JSON with its ETag, and with a Content-Length, which HEAD is told too; 304 to a client that has it already.</summary>
    public static IResult Json(ReadOnlyMemory<byte> body) =>
        Results.Bytes(body, "application/json", entityTag: new EntityTagHeaderValue($"\"{Of(body.Span)}\""));
}
