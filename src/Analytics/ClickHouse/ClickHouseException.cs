using System.Globalization;
using System.Net;

namespace Analytics.ClickHouse;

/// <summary>ClickHouse refused or failed a query; <see cref="Code"/> is its own error number (system.errors).</summary>
public sealed class ClickHouseException(int code, HttpStatusCode status, string message) : Exception(message)
{
    public int Code { get; } = code;

    public HttpStatusCode Status { get; } = status;

    internal static ClickHouseException From(HttpResponseMessage response, string body)
    {
        var code = 0;
        if (response.Headers.TryGetValues("X-ClickHouse-Exception-Code", out var values))
            _ = int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out code);
        var text = body.Length > 2000 ? body[..2000] : body;
        return new ClickHouseException(code, response.StatusCode, text.Length == 0 ? $"ClickHouse answered {(int)response.StatusCode}." : text);
    }
}

/// <summary>ClickHouse cannot be reached now: it starts, restarts, or the network is away. Trying again later is right.</summary>
public sealed class ClickHouseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
