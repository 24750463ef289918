using System.Security.Cryptography;

namespace Analytics.Files;

/// <summary>A hash of the SHA-2 family, told apart by its length as the xAPI does (xAPI Data 2.4.11): 224, 256, 384 or 512 bits.</summary>
public sealed class Sha2Hash : IDisposable
{
    private readonly IncrementalHash? _hash;
    private readonly Sha224? _sha224;

    /// <exception cref="ArgumentOutOfRangeException">SHA-2 has no such length.</exception>
    public Sha2Hash(int bits)
    {
        // .NET has every one but the shortest.
        if (bits == 224)
        {
            _sha224 = new Sha224();
            return;
        }

        _hash = IncrementalHash.CreateHash(bits switch
        {
            256 => HashAlgorithmName.SHA256,
            384 => HashAlgorithmName.SHA384,
            512 => HashAlgorithmName.SHA512,
            _ => throw new ArgumentOutOfRangeException(nameof(bits), bits, "SHA-2 hashes have 224, 256, 384 or 512 bits."),
        });
    }

    /// <summary>Whether the text is such a hash, in hexadecimal digits of either case.</summary>
    public static bool IsOne(ReadOnlySpan<char> text)
    {
        if (text.Length is not (56 or 64 or 96 or 128))
            return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiHexDigit(digit))
                return false;
        }

        return true;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _hash?.AppendData(bytes);
        _sha224?.Append(bytes);
    }

    /// <summary>The hash of what was appended, in small hexadecimal digits; once.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash?.GetHashAndReset() ?? _sha224!.Finish());

    public void Dispose() => _hash?.Dispose();
}
