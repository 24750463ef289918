using System.Security.Cryptography;
using System.Text.Json;
using Lrs.Http;

namespace Lrs.Documents;

/// <summary>A document as it is kept: its contents byte for byte, with the Content-Type they came with (xAPI Communication 2.2).</summary>
internal sealed record Document
{
    public string ContentType { get; init; } = "";

    public byte[] Contents { get; init; } = [];

    /// <summary>The SHA-1 of the contents in lower-case hexadecimal digits, without quotes: 1.0.3 asks for this one (xAPI Communication 3.1).</summary>
    public string ETag { get; init; } = "";

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>A document with these contents, changed now.</summary>
    public static Document Make(string contentType, byte[] contents, DateTimeOffset now) => new()
    {
        ContentType = contentType,
        Contents = contents,
        ETag = EntityTags.Of(contents),
        UpdatedAt = now,
    };
}

/// <summary>What documents belong to: "" stands for what the resource does not have, and for no registration.</summary>
/// <param name="Provider">Whose documents they are: a platform meets its own only. "" is LAN's.</param>
/// <param name="Agent">By IFI, so that it is the same agent under any name.</param>
/// <param name="Registration">In the standard form with small letters.</param>
internal sealed record DocumentContext(DocumentResource Resource, string Provider, string ActivityId, string Agent, string Registration)
{
    /// <summary>What the index knows it by. Without the registration, since a request without one means all of them.</summary>
    public string Digest() => DigestOf(Resource.Name, Provider, ActivityId, Agent);

    /// <summary>What the index knows one document of it by.</summary>
    public string Digest(string id) => DigestOf(Resource.Name, Provider, ActivityId, Agent, Registration, id);

    // As JSON, so that no two lists of texts run together into one.
    private static string DigestOf(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
}
