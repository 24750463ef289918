using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Samples.Statements;

/// <summary>Ids that come out the same each time: a name hashed into a UUID, laid out like version 5.</summary>
internal static class DerivedId
{
    public static Guid Of(int seed, int year, string provider, int person, int participation, string what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var name = string.Create(CultureInfo.InvariantCulture, $"{seed}|{year}|{provider}|{person}|{participation}|{what}");
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
