using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Lrs.Tests.Statements.Signatures;

/// <summary>Makes JSON web signatures as a platform does, and wrong ones.</summary>
internal static class Signing
{
    public static readonly RSA Key = RSA.Create(2048);

    public static readonly string Certificate = CertificateOf(Key);

    public static string Header(string algorithm = "RS256", string? certificate = null) =>
        certificate is null ? $$"""{"alg":"{{algorithm}}"}""" : $$"""{"alg":"{{algorithm}}","x5c":["{{certificate}}"]}""";

    public static byte[] Sign(string payload, string? header = null, HashAlgorithmName? hash = null, RSA? key = null)
    {
        var signed = $"{Encode(Encoding.UTF8.GetBytes(header ?? Header(certificate: Certificate)))}.{Encode(Encoding.UTF8.GetBytes(payload))}";
        var signature = (key ?? Key).SignData(Encoding.ASCII.GetBytes(signed), hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Encoding.ASCII.GetBytes($"{signed}.{Encode(signature)}");
    }

    public static string CertificateOf(RSA key)
    {
        var request = new CertificateRequest("CN=Platform", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        return Convert.ToBase64String(certificate.RawData);
    }

    public static string CertificateOfAnotherKind()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=Platform", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        return Convert.ToBase64String(certificate.RawData);
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
