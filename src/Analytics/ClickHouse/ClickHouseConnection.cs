using System.Diagnostics.CodeAnalysis;

namespace Analytics.ClickHouse;

/// <summary>Where ClickHouse's HTTP interface is and as whom we speak to it. Embedded or a server: the same.</summary>
public sealed record ClickHouseConnection(Uri Address, string User, string Password, string Database)
{
    /// <summary>Never holds the password that is wrong.</summary>
    public const string Expected = "LRS_CLICKHOUSE: expected http://user:password@host:8123/database.";

    /// <summary>Settings of every query, as they stand in its address: <c>&amp;async_insert=0</c>.</summary>
    public string Settings { get; init; } = "";

    /// <summary>Reads <c>http://user:password@host:8123/database</c>, the form of <c>LRS_CLICKHOUSE</c>.</summary>
    /// <exception cref="FormatException">The text is not such an address; the message never holds the password.</exception>
    public static ClickHouseConnection Parse(string text) => TryParse(text, out var connection) ? connection : throw new FormatException(Expected);

    /// <summary>As <see cref="Parse"/>; the user is <c>default</c> and so is the database where the text names none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ClickHouseConnection? connection)
    {
        connection = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return false;

        var userInfo = uri.UserInfo.Split(':', 2);
        var user = userInfo[0].Length == 0 ? "default" : Uri.UnescapeDataString(userInfo[0]);
        var password = userInfo.Length == 2 ? Uri.UnescapeDataString(userInfo[1]) : "";
        var database = uri.AbsolutePath.Trim('/');
        var address = new UriBuilder(uri.Scheme, uri.Host, uri.Port).Uri;
        connection = new ClickHouseConnection(address, user, password, database.Length == 0 ? "default" : database);
        return true;
    }

    /// <summary>Address and database only: what may stand in a log.</summary>
    public override string ToString() => $"{Address}{Database}";
}
