using System.Text.Json;

namespace Analytics.Ingest;

/// <summary>
/// The text by which an Agent or identified Group is known here, made of its inverse functional identifier (xAPI Data 2.4.2.3):
/// <c>mailto:a@b.c</c>, <c>sha1:0f…</c>, <c>openid:https://…</c> or <c>account:https://home|name</c>.
/// </summary>
public static class Ifi
{
    /// <summary>The domain of a mail address is without case (xAPI Data 2.4.2.3), what stands before it is not.</summary>
    public static string Mbox(string mbox)
    {
        var domain = mbox.LastIndexOf('@') + 1;
        return mbox.AsSpan(domain).ContainsAnyInRange('A', 'Z') ? mbox[..domain] + mbox[domain..].ToLowerInvariant() : mbox;
    }

    public static string Account(string homePage, string name) => $"account:{homePage}|{name}";

    public static string Sha1(string mboxSha1Sum) => "sha1:" + mboxSha1Sum.ToLowerInvariant();

    public static string OpenId(string openid) => "openid:" + openid;

    /// <summary>The IFI of a valid Agent or Group; empty for an anonymous Group.</summary>
    public static string Of(JsonElement actor)
    {
        if (actor.TryGetProperty("mbox"u8, out var mbox))
            return Mbox(mbox.GetString()!);
        if (actor.TryGetProperty("mbox_sha1sum"u8, out var sha1))
            return Sha1(sha1.GetString()!);
        if (actor.TryGetProperty("openid"u8, out var openid))
            return OpenId(openid.GetString()!);
        if (actor.TryGetProperty("account"u8, out var account))
            return Account(account.GetProperty("homePage"u8).GetString()!, account.GetProperty("name"u8).GetString()!);
        return "";
    }
}
