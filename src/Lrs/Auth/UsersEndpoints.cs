using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Auth;

/// <summary>The people who may sign in: LAN makes, lists and removes them.</summary>
internal static class UsersEndpoints
{
    private const int MinPasswordLength = 8;
    private const int MaxLength = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").RequireAuthorization(AccessPolicies.Administer).WithTags("Users");
        users.MapPost("", CreateAsync);
        users.MapGet("", ListAsync);
        users.MapDelete("/{userName}", DeleteAsync);
    }

    private static async Task<Results<Created<UserAnswer>, ProblemHttpResult>> CreateAsync(
        NewUser request, Users users, SignIn signIn, CancellationToken cancellationToken)
    {
        if (Check(request) is { } wrong)
            return TypedResults.Problem(wrong, statusCode: StatusCodes.Status400BadRequest, title: "The user was not made");
        var user = new User
        {
            UserName = Users.Normalise(request.UserName!),
            DisplayName = request.DisplayName?.Trim() is { Length: > 0 } name ? name : request.UserName!.Trim(),
            PasswordHash = await signIn.HashAsync(request.Password!, cancellationToken),
            Role = request.Role!,
            AgencyCode = request.AgencyCode,
            Provider = request.Provider,
        };
        return await users.CreateAsync(user, cancellationToken)
            ? TypedResults.Created($"/api/v1/users/{Uri.EscapeDataString(user.UserName)}", UserAnswer.Of(user))
            : TypedResults.Problem("The user name is taken.", statusCode: StatusCodes.Status409Conflict, title: "The user was not made");
    }

    private static async Task<Ok<IReadOnlyList<UserAnswer>>> ListAsync(Users users, CancellationToken cancellationToken)
    {
        IReadOnlyList<UserAnswer> all = [.. (await users.ListAsync(cancellationToken)).Select(UserAnswer.Of)];
        return TypedResults.Ok(all);
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(string userName, Users users, CancellationToken cancellationToken) =>
        await users.DeleteAsync(userName, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    /// <summary>What is wrong with the request, or null.</summary>
    internal static string? Check(NewUser request) => request switch
    {
        { UserName: var name } when string.IsNullOrWhiteSpace(name) || name.Length > MaxLength => $"\"userName\" is missing or longer than {MaxLength} characters.",
        { DisplayName.Length: > MaxLength } => $"\"displayName\" is longer than {MaxLength} characters.",
        { Password: null or { Length: < MinPasswordLength or > MaxLength } } => $"\"password\" needs {MinPasswordLength} to {MaxLength} characters.",
        { Role: "lan", AgencyCode: null, Provider: null } => null,
        { Role: "lan" } => "The role lan has neither \"agencyCode\" nor \"provider\".",
        { Role: "agency", AgencyCode.Length: > 0, Provider: null } => null,
        { Role: "agency" } => "The role agency needs \"agencyCode\" and has no \"provider\".",
        { Role: "vendor", Provider.Length: > 0, AgencyCode: null } => null,
        { Role: "vendor" } => "The role vendor needs \"provider\" and has no \"agencyCode\".",
        _ => "\"role\" has to be lan, agency or vendor.",
    };
}

internal sealed record NewUser(string? UserName, string? DisplayName, string? Password, string? Role, string? AgencyCode, string? Provider);

internal sealed record UserAnswer(string UserName, string DisplayName, string Role, string? AgencyCode, string? Provider)
{
    public static UserAnswer Of(User user) => new(user.UserName, user.DisplayName, user.Role, user.AgencyCode, user.Provider);
}
