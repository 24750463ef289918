using System.Buffers.Binary;
using System.Buffers.Text;
using Analytics.Statements;

namespace Lrs.Statements;

/// <summary>
/// The <c>more</c> link of a page (xAPI Data 2.5): the query and the place where the page ended, as a short text. It holds hashes and
/// times, no names; who may read what is decided anew when it is followed. It never expires.
/// </summary>
internal static class MoreLink
{
    private const byte Layout = 2;
    private const byte Ascending = 1;
    private const byte WithAttachments = 2;
    private const int FixedBytes = 1 + 1 + 1 + 4 + 8 + 8 + 8;

    // More than any query has: agent, verb, activity, registration.
    private const int MostKeys = 8;

    public static string Encode(StatementsQuery query, StatementFilter filter)
    {
        var bytes = new byte[FixedBytes + (filter.Keys.Count * 8)];
        var span = bytes.AsSpan();
        span[0] = Layout;
        span[1] = (byte)((filter.Ascending ? Ascending : 0) | (query.WantsAttachments ? WithAttachments : 0));
        span[2] = (byte)query.Format;
        BinaryPrimitives.WriteInt32LittleEndian(span[3..], filter.Limit);
        BinaryPrimitives.WriteInt64LittleEndian(span[7..], filter.Since?.UtcTicks ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(span[15..], filter.Until?.UtcTicks ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(span[23..], filter.After?.UtcTicks ?? 0);
        for (var i = 0; i < filter.Keys.Count; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(span[(FixedBytes + (i * 8))..], filter.Keys[i]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null if the text is none of ours.</summary>
    public static (StatementFilter Filter, StatementFormat Format, bool WantsAttachments)? TryDecode(string text)
    {
        if (text.Length > 200 || !Base64Url.IsValid(text))
            return null;
        var span = Base64Url.DecodeFromChars(text).AsSpan();
        if (span.Length < FixedBytes || (span.Length - FixedBytes) % 8 != 0 || span.Length > FixedBytes + (MostKeys * 8)
            || span[0] != Layout || span[1] > (Ascending | WithAttachments) || span[2] > (byte)StatementFormat.Canonical)
            return null;
        var limit = BinaryPrimitives.ReadInt32LittleEndian(span[3..]);
        if (limit <= 0 || !TryMoment(span[7..], out var since) || !TryMoment(span[15..], out var until) || !TryMoment(span[23..], out var after))
            return null;

        var keys = new ulong[(span.Length - FixedBytes) / 8];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = BinaryPrimitives.ReadUInt64LittleEndian(span[(FixedBytes + (i * 8))..]);
        var filter = new StatementFilter { Keys = keys, Ascending = (span[1] & Ascending) != 0, Limit = limit, Since = since, Until = until, After = after };
        return (filter, (StatementFormat)span[2], (span[1] & WithAttachments) != 0);
    }

    private static bool TryMoment(ReadOnlySpan<byte> bytes, out DateTimeOffset? moment)
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        moment = ticks == 0 ? null : ticks is > 0 and < 3_155_378_975_999_999_999 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        return ticks == 0 || moment is not null;
    }
}
