using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Lrs.Auth;

/// <summary>
/// The origins (RFC 6454: scheme, host, port) whose pages may use a credential in a browser: some, <c>*</c> for all, or none. Not a guard
/// of the credential, which programs use without an origin, but of a user's browser.
/// </summary>
internal sealed class AllowedOrigins
{
    public const int MaxOrigins = 50;

    private const string Any = "*";
    private const int MaxLength = 255;

    private readonly FrozenSet<string> _origins;

    private AllowedOrigins(IEnumerable<string> origins) => _origins = origins.ToFrozenSet(StringComparer.Ordinal);

    public static AllowedOrigins None { get; } = new([]);

    public IReadOnlyList<string> Names => [.. _origins.Order(StringComparer.Ordinal)];

    /// <param name="origin">As a browser sends it, so in lower case and without a default port; "" is none.</param>
    public bool Allow(string origin) => origin.Length > 0 && (_origins.Contains(origin) || _origins.Contains(Any));

    /// <summary>As kept, separated by spaces.</summary>
    public override string ToString() => string.Join(' ', Names);

    public static AllowedOrigins ParseKept(IEnumerable<string> lists) =>
        new(lists.SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public static bool TryParse(
        IReadOnlyList<string?> names, [NotNullWhen(true)] out AllowedOrigins? origins, [NotNullWhen(false)] out string? problem)
    {
        (origins, problem) = (null, null);
        var parsed = names.Select(Parse).ToList();
        if (names.Count > MaxOrigins)
            problem = $"\"allowedOrigins\" has more than {MaxOrigins} members.";
        else if (parsed.IndexOf(null) is >= 0 and var wrong)
            problem = $"\"allowedOrigins\"[{wrong}] is no origin; expected scheme, host and port alone, such as https://belajar.example.go.id, or *.";
        else
            origins = new AllowedOrigins(parsed!);
        return problem is null;
    }

    /// <summary>The origin as browsers write it, or null where the text is none.</summary>
    private static string? Parse(string? text)
    {
        if (text == Any)
            return text;
        if (text is null || text.Length > MaxLength || text.EndsWith('/') || text.Contains('*', StringComparison.Ordinal)
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0 || text.AsSpan().IndexOfAny("?#@\\") >= 0)
            return null;
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
    }
}
