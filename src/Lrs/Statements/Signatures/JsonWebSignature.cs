using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Unicode;

namespace Lrs.Statements.Signatures;

/// <summary>A JSON web signature in compact serialization (RFC 7515 3.1) by one of the algorithms that a signed statement may use: RS256, RS384, RS512.</summary>
internal sealed class JsonWebSignature
{
    private readonly HashAlgorithmName _algorithm;
    private readonly byte[] _signed;
    private readonly byte[] _signature;
    private readonly byte[]? _certificate;

    private JsonWebSignature(HashAlgorithmName algorithm, byte[] signed, byte[] signature, byte[] payload, byte[]? certificate) =>
        (_algorithm, _signed, _signature, Payload, _certificate) = (algorithm, signed, signature, payload, certificate);

    /// <summary>What was signed.</summary>
    public byte[] Payload { get; }

    /// <summary>Null, with the problem, if it is malformed.</summary>
    public static JsonWebSignature? Parse(ReadOnlySpan<byte> text, out string problem)
    {
        problem = "is no JSON web signature in compact serialization: three texts of base64url with dots between";
        var first = text.IndexOf((byte)'.');
        var last = text.LastIndexOf((byte)'.');
        if (first < 0 || first == last || Decode(text[..first]) is not { } header || Decode(text[(first + 1)..last]) is not { } payload
            || Decode(text[(last + 1)..]) is not { } signature)
            return null;
        try
        {
            problem = "has a header that is no JSON object with the properties of a JSON web signature";
            if (!Utf8.IsValid(header))
                return null;
            using var document = JsonDocument.Parse(header, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement, ref problem) is var (algorithm, certificate)
                ? new JsonWebSignature(algorithm, text[..last].ToArray(), signature, payload, certificate)
                : null;
        }
        // The last two: a string that is no text, and one that is no base64.
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the signature was made with the key of the certificate that came with it; null where none came. Whether that certificate
    /// deserves trust is not asked (xAPI Data 2.6: "a way to catch mistakes in the signature, not a security measure").
    /// </summary>
    public bool? MatchesItsCertificate()
    {
        if (_certificate is null)
            return null;
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(_certificate);
            using var key = certificate.GetRSAPublicKey();
            return key?.VerifyData(_signed, _signature, _algorithm, RSASignaturePadding.Pkcs1) ?? false;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static (HashAlgorithmName Algorithm, byte[]? Certificate)? Read(JsonElement header, ref string problem)
    {
        // RFC 7515 4.1.11: what a signature calls critical and we do not know makes it invalid.
        if (header.ValueKind != JsonValueKind.Object || header.TryGetProperty("crit"u8, out _))
            return null;
        if (!header.TryGetProperty("alg"u8, out var name) || AlgorithmOf(name) is not { } algorithm)
        {
            problem = "must be made by the algorithm RS256, RS384 or RS512";
            return null;
        }

        if (!header.TryGetProperty("x5c"u8, out var chain))
            return (algorithm, null);
        // RFC 7515 4.1.6: the first is the signer's, in base64 and not base64url.
        return chain.ValueKind == JsonValueKind.Array && chain.GetArrayLength() > 0 ? (algorithm, chain[0].GetBytesFromBase64()) : null;
    }

    private static HashAlgorithmName? AlgorithmOf(JsonElement name) => name.ValueKind != JsonValueKind.String ? null : name.GetString() switch
    {
        "RS256" => HashAlgorithmName.SHA256,
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    // RFC 7515 2: no padding, no white space; an empty text would be no signature.
    private static byte[]? Decode(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && !text.ContainsAny(" \t\r\n="u8) && Base64Url.IsValid(text) ? Base64Url.DecodeFromUtf8(text) : null;
}
