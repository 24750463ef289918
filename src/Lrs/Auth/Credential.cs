using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lrs.Auth;

/// <summary>A platform's key and secret, as made: the only time the secret is known here.</summary>
internal sealed record Credential(string Key, string Secret)
{
    private const int KeyBytes = 16;
    private const int SecretBytes = 32;

    public static Credential Make() => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)),
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>
    /// A single SHA-256 and no slow password hash: the secret is 256 random bits, which nobody can search through, and a platform shows
    /// it thousands of times a second.
    /// </summary>
    public static byte[] Hash(ReadOnlySpan<char> secret)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(secret.Length)];
        return SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(secret, bytes)));
    }
}
