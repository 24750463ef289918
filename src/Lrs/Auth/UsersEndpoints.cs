using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Lrs.Auth;

/// <summary>The people who may sign in: LAN makes, lists, changes, disables and removes them, and reads who did.</summary>
internal static class UsersEndpoints
{
    private const int DefaultPage = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").RequireAuthorization(AccessPolicies.Administer).WithTags("Users");
        users.MapPost("", CreateAsync);
        users.MapGet("", ListAsync);
        users.MapGet("/{userName}", FindAsync);
        users.MapPut("/{userName}", UpdateAsync);
        users.MapDelete("/{userName}", DeleteAsync);
        users.MapPost("/{userName}/initial-password", ResetPasswordAsync);
        users.MapDelete("/{userName}/sessions", EndSessionsAsync);
        users.MapGet("/{userName}/changes", ChangesAsync);
    }

    private static async Task<Results<Created<CreatedUser>, ProblemHttpResult>> CreateAsync(
        NewUser request, Users users, SignIn signIn, IOptions<SignInOptions> options, TimeProvider clock, HttpContext context,
        CancellationToken cancellationToken)
    {
        if (request.FindWrong(options.Value.MinPasswordLength) is { } wrong)
            return Refused(wrong, "The user was not made");
        var initial = request.Password is null ? InitialPassword.Make() : null;
        var initialUntil = initial is null ? (DateTimeOffset?)null : clock.GetUtcNow() + options.Value.InitialPasswordFor;
        var user = request.ToUser() with
        {
            PasswordHash = await signIn.HashAsync(request.Password ?? initial!, cancellationToken), InitialUntil = initialUntil,
        };
        context.Response.Headers.CacheControl = "no-store";
        return await users.CreateAsync(user, context.Caller(), cancellationToken)
            ? TypedResults.Created(AddressOf(user), new CreatedUser(
                user.UserName, user.DisplayName, user.Role, user.AgencyCode, user.Provider, user.PersonId, initial, initialUntil))
            : TypedResults.Problem("The user name is taken.", statusCode: StatusCodes.Status409Conflict, title: "The user was not made");
    }

    private static async Task<Ok<UsersPage>> ListAsync(
        Users users, CancellationToken cancellationToken, string search = "", string role = "", int limit = DefaultPage, string cursor = "")
    {
        var size = Math.Clamp(limit, 1, Users.MaxPerPage);
        var found = await users.ListAsync(search, role, cursor, size + 1, cancellationToken);
        return TypedResults.Ok(new UsersPage([.. found.Take(size).Select(UserAnswer.Of)], found.Count > size ? found[size - 1].UserName : null));
    }

    private static async Task<Results<Ok<UserAnswer>, ProblemHttpResult>> FindAsync(string userName, Users users, CancellationToken cancellationToken) =>
        await users.FindAsync(userName, cancellationToken) is { } user ? TypedResults.Ok(UserAnswer.Of(user)) : NoUser();

    private static async Task<Results<Ok<UserAnswer>, ProblemHttpResult>> UpdateAsync(
        string userName, ChangedUser request, Users users, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.FindWrong() is { } wrong)
            return Refused(wrong, "The user was not changed");
        if (await users.FindAsync(userName, cancellationToken) is not { } user)
            return NoUser();
        if (IsSelf(context, user) && (request.Disabled || request.Role != user.Role))
            return Own("The user was not changed");
        var changed = user with
        {
            DisplayName = request.DisplayName?.Trim() is { Length: > 0 } name ? name : user.DisplayName,
            Role = request.Role!, AgencyCode = request.AgencyCode, Provider = request.Provider, PersonId = request.PersonId,
            DisabledAt = request.Disabled ? user.DisabledAt ?? clock.GetUtcNow() : null,
        };
        return await users.UpdateAsync(changed, context.Caller(), cancellationToken) ? TypedResults.Ok(UserAnswer.Of(changed)) : NoUser();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string userName, Users users, HttpContext context, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(userName, cancellationToken) is not { } user)
            return NoUser();
        if (IsSelf(context, user))
            return Own("The user was not removed");
        return await users.DeleteAsync(userName, context.Caller(), cancellationToken) ? TypedResults.NoContent() : NoUser();
    }

    private static async Task<Results<Ok<MadePassword>, ProblemHttpResult>> ResetPasswordAsync(
        string userName, Users users, SignIn signIn, IOptions<SignInOptions> options, TimeProvider clock, HttpContext context,
        CancellationToken cancellationToken)
    {
        var (password, until) = (InitialPassword.Make(), clock.GetUtcNow() + options.Value.InitialPasswordFor);
        context.Response.Headers.CacheControl = "no-store";
        return await users.SetPasswordAsync(userName, await signIn.HashAsync(password, cancellationToken), until, context.Caller(), cancellationToken) is null
            ? NoUser()
            : TypedResults.Ok(new MadePassword(password, until));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndSessionsAsync(
        string userName, Users users, HttpContext context, CancellationToken cancellationToken) =>
        await users.EndSessionsAsync(userName, context.Caller(), cancellationToken) ? TypedResults.NoContent() : NoUser();

    /// <summary>Also of a user that was removed.</summary>
    private static async Task<Results<Ok<IReadOnlyList<UserChange>>, ProblemHttpResult>> ChangesAsync(
        string userName, Users users, CancellationToken cancellationToken) =>
        await users.ChangesAsync(userName, cancellationToken) is { Count: > 0 } changes ? TypedResults.Ok(changes) : NoUser();

    private static bool IsSelf(HttpContext context, User user) => context.Caller() is { Kind: CallerKind.User } caller && caller.Name == user.UserName;

    private static string AddressOf(User user) => $"/api/v1/users/{Uri.EscapeDataString(user.UserName)}";

    private static ProblemHttpResult Own(string title) => TypedResults.Problem(
        "It is your own user: another of LAN has to do it, so that somebody is left who can.", statusCode: StatusCodes.Status409Conflict, title: title);

    private static ProblemHttpResult NoUser() =>
        TypedResults.Problem("There is no user of this name with a password of their own.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    private static ProblemHttpResult Refused(string detail, string title) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: title);
}

internal sealed record UserAnswer(
    string UserName, string DisplayName, string Role, string? AgencyCode, string? Provider, Guid? PersonId, DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignInAt, bool Disabled, DateTimeOffset? InitialPasswordUntil, bool IsVouchedFor)
{
    public static UserAnswer Of(User user) => new(
        user.UserName, user.DisplayName, user.Role, user.AgencyCode, user.Provider, user.PersonId, user.CreatedAt, user.LastSignInAt,
        user.DisabledAt is not null, user.InitialUntil, user.VouchedBy.Length > 0);
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
internal sealed record UsersPage(IReadOnlyList<UserAnswer> Users, string? Next);

/// <param name="InitialPassword">Made where the request has none; shown this once.</param>
internal sealed record CreatedUser(
    string UserName, string DisplayName, string Role, string? AgencyCode, string? Provider, Guid? PersonId, string? InitialPassword,
    DateTimeOffset? InitialPasswordUntil);

internal sealed record MadePassword(string InitialPassword, DateTimeOffset InitialPasswordUntil);
