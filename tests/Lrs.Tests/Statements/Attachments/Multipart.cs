using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Testing;

namespace Lrs.Tests.Statements.Attachments;

/// <summary>A part of multipart/mixed as it is sent or came back.</summary>
internal sealed record Part(IReadOnlyDictionary<string, string> Headers, byte[] Data)
{
    public static Part Statements(string json, string? type = "application/json") =>
        new(type is null ? new Dictionary<string, string>() : new() { ["Content-Type"] = type }, Encoding.UTF8.GetBytes(json));

    /// <summary>An attachment's data with the headers that it must have.</summary>
    public static Part Attachment(byte[] data, string? sha2 = null) =>
        new(new Dictionary<string, string> { ["X-Experience-API-Hash"] = sha2 ?? Multipart.Sha256(data), ["Content-Transfer-Encoding"] = "binary" }, data);

    /// <summary>The same with another header, or without the one if the value is null.</summary>
    public Part With(string header, string? value)
    {
        var headers = Headers.Where(other => other.Key != header).ToDictionary();
        if (value is not null)
            headers[header] = value;
        return this with { Headers = headers };
    }
}

/// <summary>Writes and reads bodies of multipart/mixed, and the attachments that stand for them in statements.</summary>
internal static class Multipart
{
    // The one of the standard's example: every kind of character that a boundary may have.
    public const string Boundary = "abcABC0123'()+_,-./:=?";

    public static HttpContent Content(params Part[] parts) => Content($"multipart/mixed; boundary=\"{Boundary}\"", Body(Boundary, parts));

    public static HttpContent Content(string type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    public static byte[] Body(string boundary, params Part[] parts)
    {
        using var body = new MemoryStream();
        foreach (var part in parts)
        {
            Write($"\r\n--{boundary}\r\n{string.Concat(part.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}\r\n");
            body.Write(part.Data);
        }

        Write($"\r\n--{boundary}--\r\n");
        return body.ToArray();

        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
    }

    public static async Task<List<Part>> ReadAsync(HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType!;
        Assert.Equal("multipart/mixed", type.MediaType);
        var reader = new MultipartReader(BoundaryOf(type), await response.Content.ReadAsStreamAsync());
        var parts = new List<Part>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var data = new MemoryStream();
            await section.Body.CopyToAsync(data);
            parts.Add(new Part(section.Headers!.ToDictionary(header => header.Key, header => header.Value.ToString()), data.ToArray()));
        }

        return parts;
    }

    public static string Sha256(byte[] data) => Convert.ToHexStringLower(SHA256.HashData(data));

    /// <summary>A statement with attachments, as <see cref="Posted.Statement"/>.</summary>
    public static string Statement(string? id, params string[] attachments) =>
        Posted.Statement(id, more: $",\"attachments\":[{string.Join(',', attachments)}]");

    /// <summary>What a statement says of the data; no fileUrl unless given.</summary>
    public static string Stated(byte[] data, string? sha2 = null, string type = "text/plain", string? fileUrl = null, string usage = "http://x.example/usage") =>
        $$"""
        {"usageType":"{{usage}}","display":{"en":"A"},"contentType":"{{type}}","length":{{data.Length}},
         "sha2":"{{sha2 ?? Sha256(data)}}"{{(fileUrl is null ? "" : $",\"fileUrl\":\"{fileUrl}\"")}}}
        """;

    private static string BoundaryOf(MediaTypeHeaderValue type) => type.Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"');
}
