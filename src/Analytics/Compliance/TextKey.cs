using System.Buffers;
using System.IO.Hashing;
using System.Text;

namespace Analytics.Compliance;

/// <summary>
/// An IRI or an IFI key as a number, where a nation's statements are held against what is registered: they name tens of millions of
/// activities, of which only the registered ones need a text. ClickHouse makes the same number: <c>xxh3(text)</c>.
/// </summary>
// Of a million registered and a hundred million named IRIs, two are the same number in one of some hundred thousand such nations.
internal readonly record struct TextKey(ulong Value)
{
    public static TextKey Of(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = null;
        var bytes = most <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(most);
        var key = new TextKey(XxHash3.HashToUInt64(bytes[..Encoding.UTF8.GetBytes(text, bytes)]));
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return key;
    }
}
