namespace Analytics.ClickHouse;

/// <summary>Where ClickHouse's HTTP interface is and as whom we speak to it. Embedded or a server: the same.</summary>
public sealed record ClickHouseConnection(Uri Address, string User, string Password, string Database)
{
    /// <summary>Reads <c>http://user:password@host:8123/database</c>, the form of <c>LRS_CLICKHOUSE</c>.</summary>
    /// <exception cref="FormatException">The text is not such an address; the message never holds the password.</exception>
    public static ClickHouseConnection Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new FormatException("LRS_CLICKHOUSE: expected http://user:password@host:8123/database.");

        var userInfo = uri.UserInfo.Split(':', 2);
        var user = userInfo[0].Length == 0 ? "default" : Uri.UnescapeDataString(userInfo[0]);
        var password = userInfo.Length == 2 ? Uri.UnescapeDataString(userInfo[1]) : "";
        var database = uri.AbsolutePath.Trim('/');
        var address = new UriBuilder(uri.Scheme, uri.Host, uri.Port).Uri;
        return new ClickHouseConnection(address, user, password, database.Length == 0 ? "default" : database);
    }

    /// <summary>Address and database only: what may stand in a log.</summary>
    public override string ToString() => $"{Address}{Database}";
}
