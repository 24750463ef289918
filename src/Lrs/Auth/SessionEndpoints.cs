using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Lrs.Auth;

/// <summary>Sign in, who am I, change the password, sign out.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapPost("", SignInAsync).AllowAnonymous();
        OidcServices.MapOidc(session);
        session.MapGet("/ways", Ways).AllowAnonymous();
        session.MapGet("", WhoAmIAsync).RequireAuthorization(AccessPolicies.SignedIn);
        session.MapPut("/password", ChangePasswordAsync).RequireAuthorization(AccessPolicies.SignedIn);
        session.MapDelete("", SignOutAsync).RequireAuthorization(AccessPolicies.SignedIn);
    }

    // No guard against forged calls here: a form on another site cannot send JSON, and nothing else is read.
    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult, EmptyHttpResult>> SignInAsync(
        SignInRequest request, SignIn signIn, KnownDevice devices, SessionCookie sessions, HttpContext context, CancellationToken cancellationToken)
    {
        var userName = Users.Normalise(request.UserName ?? "");
        var attempt = new SignInTry(userName, devices.Find(context.Request, userName), context.Connection.RemoteIpAddress);
        var result = await signIn.TryAsync(attempt, request.Password ?? "", cancellationToken);
        if (result.Wait is { } wait)
            return HasToWait(context, wait);
        if (result.User is not { } user)
        {
            await AuthAnswers.UnauthorizedAsync(context, "The user name or the password is wrong.");
            return TypedResults.Empty;
        }

        await context.SignInAsync(AuthSchemes.Session, SessionCookie.Principal(user), sessions.Begin(new AuthenticationProperties()));
        devices.Remember(context, userName);
        return TypedResults.Ok(SessionAnswer.Of(user.ToCaller(), user.DisplayName));
    }

    private static Ok<SignInWays> Ways(IOptions<SignInOptions> signIn, IOptions<OidcOptions> oidc) =>
        TypedResults.Ok(new SignInWays(oidc.Value.IsOn ? oidc.Value.DisplayName : null, signIn.Value.MinPasswordLength));

    private static async Task<Ok<SessionAnswer>> WhoAmIAsync(HttpContext context, Users users, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var user = caller.Kind == CallerKind.User ? await users.FindAsync(caller.Name, cancellationToken) : null;
        return TypedResults.Ok(SessionAnswer.Of(caller, user?.DisplayName ?? caller.Name));
    }

    /// <summary>The session that changes it goes on; all others of the user end.</summary>
    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> ChangePasswordAsync(
        NewPassword request, SignIn signIn, Users users, KnownDevice devices, SessionCookie sessions, IOptions<SignInOptions> options,
        HttpContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        if (caller.Kind != CallerKind.User)
            return Refused("A credential has no password; rotate its secret.", "credential");
        var attempt = new SignInTry(caller.Name, devices.Find(context.Request, caller.Name), context.Connection.RemoteIpAddress);
        var result = await signIn.TryAsync(attempt, request.CurrentPassword ?? "", cancellationToken);
        if (result.Wait is { } wait)
            return HasToWait(context, wait);
        if (result.User is null)
            return Refused("\"currentPassword\" is wrong.", "currentPassword");
        var minLength = options.Value.MinPasswordLength;
        var wrong = request.Password == request.CurrentPassword
            ? PasswordError.SameAsBefore
            : PasswordRules.Check(request.Password ?? "", caller.Name, minLength);
        if (wrong is { } error)
            return Refused(error.Sentence(minLength), error.ToString());
        var user = await users.SetPasswordAsync(
            caller.Name, await signIn.HashAsync(request.Password!, cancellationToken), initialUntil: null, caller, cancellationToken);
        await context.SignInAsync(AuthSchemes.Session, SessionCookie.Principal(user!), sessions.Begin(new AuthenticationProperties()));
        return TypedResults.Ok(SessionAnswer.Of(user!.ToCaller(), user.DisplayName));
    }

    /// <summary>This session, or with <c>everywhere=true</c> all of the user.</summary>
    private static async Task<NoContent> SignOutAsync(HttpContext context, Users users, CancellationToken cancellationToken, bool everywhere = false)
    {
        var caller = context.Caller();
        if (everywhere && caller.Kind == CallerKind.User)
            await users.EndSessionsAsync(caller.Name, caller, cancellationToken);
        await context.SignOutAsync(AuthSchemes.Session);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult HasToWait(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(
            "Too many sign-ins failed.", statusCode: StatusCodes.Status429TooManyRequests, title: "Sign-in has to wait");
    }

    private static ProblemHttpResult Refused(string detail, string reason) => TypedResults.Problem(
        detail, statusCode: StatusCodes.Status400BadRequest, title: "The password was not changed",
        extensions: [new("reason", reason)]);
}

internal sealed record SignInRequest(string? UserName, string? Password)
{
    // So that no log can hold it by printing the request.
    public override string ToString() => nameof(SignInRequest);
}

internal sealed record NewPassword(string? CurrentPassword, string? Password)
{
    public override string ToString() => nameof(NewPassword);
}

/// <param name="Oidc">How the service is called that may vouch for a user instead of a password; null where there is none.</param>
internal sealed record SignInWays(string? Oidc, int MinPasswordLength);

/// <param name="MustChangePassword">They came with the password that was made for them: they may choose their own, and nothing else.</param>
internal sealed record SessionAnswer(
    string UserName, string DisplayName, string Role, string? AgencyCode, string? Provider, Guid? PersonId, bool MustChangePassword)
{
    public static SessionAnswer Of(Caller caller, string displayName) => new(
        caller.Name,
        displayName,
        caller.Role.ToString().ToLowerInvariant(),
        caller.AgencyCode,
        caller.Provider.Length == 0 ? null : caller.Provider,
        caller.PersonId,
        caller.MustChangePassword);
}
