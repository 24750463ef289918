using System.Security.Cryptography;
using System.Text;
using Analytics.Compliance;

namespace Analytics.Registry;

/// <summary>The secret of this installation: whoever has it can tell by trying which NIP a person_id stands for.</summary>
public sealed class InstallationKey(Func<byte[]> read)
{
    public ReadOnlySpan<byte> Bytes => read();
}

/// <summary>
/// Gives each person an id that is stable, needs no look-up and tells nothing: the first 16 bytes of HMAC-SHA256(installation key, NIP).
/// </summary>
public sealed class PersonIds(InstallationKey key)
{
    public Guid Of(Nip nip)
    {
        Span<byte> digits = stackalloc byte[nip.Value.Length];
        Encoding.ASCII.GetBytes(nip.Value, digits);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Bytes, digits, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
