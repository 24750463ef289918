using Microsoft.Net.Http.Headers;

namespace Lrs.Auth;

/// <summary>The answers to callers who are not known or may not.</summary>
internal static class AuthAnswers
{
    public static Task UnauthorizedAsync(HttpContext context, string detail)
    {
        // A browser that reads "Basic" opens its own dialogue over the pages' sign-in; RFC 9110 asks for some challenge, not for that one.
        context.Response.Headers[HeaderNames.WWWAuthenticate] =
            context.Request.IsFromPages() ? "Session realm=\"lrs\"" : "Basic realm=\"lrs\", charset=\"UTF-8\"";
        return WriteAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized", detail);
    }

    public static Task ForbiddenAsync(HttpContext context) => WriteAsync(
        context,
        StatusCodes.Status403Forbidden,
        "Forbidden",
        WhyForbidden(context));

    private static string WhyForbidden(HttpContext context)
    {
        if (AccessPolicies.IsForged(context))
            return $"A call by session that changes something needs the header {AuthSchemes.PagesHeader}: {AuthSchemes.PagesHeaderValue}.";
        if (context.User.TryGetCaller() is { MustChangePassword: true })
            return "The password that was made for you has to be changed first: PUT /api/v1/session/password.";
        var enough = AccessPolicies.EnoughScopes(context);
        return enough == Scopes.None
            ? "This credential or user may not do this."
            : $"This credential or user lacks the scope; any one of these is enough: {string.Join(", ", ScopeNames.Within(enough))}.";
    }

    private static Task WriteAsync(HttpContext context, int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title).ExecuteAsync(context);
}
