using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Auth;

/// <summary>Sign in, who am I, sign out.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapPost("", SignInAsync).AllowAnonymous();
        session.MapGet("", WhoAmIAsync).RequireAuthorization(AccessPolicies.SignedIn);
        session.MapDelete("", (Delegate)SignOutAsync).RequireAuthorization(AccessPolicies.SignedIn);
    }

    // No guard against forged calls here: a form on another site cannot send JSON, and nothing else is read.
    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult, EmptyHttpResult>> SignInAsync(
        SignInRequest request, SignIn signIn, HttpContext context, CancellationToken cancellationToken)
    {
        var result = await signIn.TryAsync(request.UserName ?? "", request.Password ?? "", cancellationToken);
        if (result.Wait is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return TypedResults.Problem(
                "Too many sign-ins failed.", statusCode: StatusCodes.Status429TooManyRequests, title: "Sign-in has to wait");
        }

        if (result.User is not { } user)
        {
            await AuthAnswers.UnauthorizedAsync(context, "The user name or the password is wrong.");
            return TypedResults.Empty;
        }

        await context.SignInAsync(AuthSchemes.Session, SessionCookie.Principal(user), new AuthenticationProperties { IsPersistent = false });
        return TypedResults.Ok(SessionAnswer.Of(user.ToCaller(), user.DisplayName));
    }

    private static async Task<Ok<SessionAnswer>> WhoAmIAsync(HttpContext context, Users users, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var user = caller.Kind == CallerKind.User ? await users.FindAsync(caller.Name, cancellationToken) : null;
        return TypedResults.Ok(SessionAnswer.Of(caller, user?.DisplayName ?? caller.Name));
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(AuthSchemes.Session);
        return TypedResults.NoContent();
    }
}

internal sealed record SignInRequest(string? UserName, string? Password);

internal sealed record SessionAnswer(string UserName, string DisplayName, string Role, string? AgencyCode, string? Provider)
{
    public static SessionAnswer Of(Caller caller, string displayName) => new(
        caller.Name,
        displayName,
        caller.Role.ToString().ToLowerInvariant(),
        caller.AgencyCode,
        caller.Provider.Length == 0 ? null : caller.Provider);
}
