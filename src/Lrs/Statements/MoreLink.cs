using System.Buffers.Binary;
using System.Buffers.Text;
using Analytics.Statements;

namespace Lrs.Statements;

/// <summary>
/// The <c>more</c> link of a page (xAPI Data 2.5): the filter and the place where the page ended, as a short text. It holds hashes and
/// times, no names; who may read what is decided anew when it is followed. It never expires.
/// </summary>
internal static class MoreLink
{
    private const byte Layout = 1;
    private const int FixedBytes = 1 + 1 + 4 + 8 + 8 + 8 + 16;

    public static string Encode(StatementFilter filter)
    {
        var after = filter.After ?? default;
        var bytes = new byte[FixedBytes + (filter.Keys.Count * 8)];
        var span = bytes.AsSpan();
        span[0] = Layout;
        span[1] = filter.Ascending ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(span[2..], filter.Limit);
        BinaryPrimitives.WriteInt64LittleEndian(span[6..], filter.Since?.UtcTicks ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(span[14..], filter.Until?.UtcTicks ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(span[22..], after.Stored.UtcTicks);
        after.Id.TryWriteBytes(span[30..]);
        for (var i = 0; i < filter.Keys.Count; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(span[(FixedBytes + (i * 8))..], filter.Keys[i]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null if the text is none of ours.</summary>
    public static StatementFilter? TryDecode(string text)
    {
        if (!Base64Url.IsValid(text) || text.Length > 1000)
            return null;
        var span = Base64Url.DecodeFromChars(text).AsSpan();
        if (span.Length < FixedBytes || (span.Length - FixedBytes) % 8 != 0 || span[0] != Layout || span[1] > 1)
            return null;
        var limit = BinaryPrimitives.ReadInt32LittleEndian(span[2..]);
        if (limit <= 0 || !TryMoment(span[6..], out var since) || !TryMoment(span[14..], out var until) || !TryMoment(span[22..], out var after))
            return null;

        var keys = new ulong[(span.Length - FixedBytes) / 8];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = BinaryPrimitives.ReadUInt64LittleEndian(span[(FixedBytes + (i * 8))..]);
        return new StatementFilter
        {
            Keys = keys,
            Ascending = span[1] == 1,
            Limit = limit,
            Since = since,
            Until = until,
            After = new StatementCursor(after ?? default, new Guid(span.Slice(30, 16))),
        };
    }

    private static bool TryMoment(ReadOnlySpan<byte> bytes, out DateTimeOffset? moment)
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        moment = ticks == 0 ? null : ticks is > 0 and < 3_155_378_975_999_999_999 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        return ticks == 0 || moment is not null;
    }
}
