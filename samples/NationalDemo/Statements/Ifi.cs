using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Samples.Statements;

/// <summary>How a platform names a person: one inverse functional identifier, as the identifiers import spells it: an account
/// is <c>homePage|name</c>, an mbox keeps its <c>mailto:</c>.</summary>
internal readonly record struct Ifi(string Kind, string Value)
{
    public const string NipHomePage = "https://nip.asn.go.id";

    public bool IsNip => Kind == "account" && Value.StartsWith(NipHomePage, StringComparison.Ordinal);

    public static Ifi Mbox(string address) => new("mbox", "mailto:" + address);

    public static Ifi OpenId(string uri) => new("openid", uri);

    public static Ifi Account(string homePage, string name) => new("account", $"{homePage}|{name}");

    public static Ifi Nip(string nip) => Account(NipHomePage, nip);

    public static Ifi HashedMbox(string address) =>
        new("mbox_sha1sum", Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("mailto:" + address))));

    public void WriteTo(Utf8JsonWriter json)
    {
        if (Kind != "account")
        {
            json.WriteString(Kind, Value);
            return;
        }
        var bar = Value.IndexOf('|', StringComparison.Ordinal);
        json.WriteStartObject("account");
        json.WriteString("homePage", Value.AsSpan(0, bar));
        json.WriteString("name", Value.AsSpan(bar + 1));
        json.WriteEndObject();
    }
}
