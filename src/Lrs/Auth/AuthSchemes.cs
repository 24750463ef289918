namespace Lrs.Auth;

/// <summary>The two ways to say who is calling, and the one that chooses between them.</summary>
internal static class AuthSchemes
{
    public const string Basic = "Basic";
    public const string Session = "Session";
    public const string Oidc = "Oidc";
    public const string Either = "Either";

    public const string SessionCookie = "lrs_session";

    /// <summary>The pages send it with every call. A form on another site cannot, so its presence shows the call is ours (CSRF).</summary>
    public const string PagesHeader = "X-Requested-With";
    public const string PagesHeaderValue = "lrs";

    /// <summary>A header wins over a cookie: who sends credentials means them, also from a browser that is signed in.</summary>
    public static string Choose(HttpContext context) =>
        context.Request.Headers.Authorization.Count == 0 && context.Request.Cookies.ContainsKey(SessionCookie) ? Session : Basic;

    public static bool IsFromPages(this HttpRequest request) =>
        string.Equals(request.Headers[PagesHeader], PagesHeaderValue, StringComparison.OrdinalIgnoreCase);
}
