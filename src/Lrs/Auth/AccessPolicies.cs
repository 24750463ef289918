using Microsoft.AspNetCore.Authorization;

namespace Lrs.Auth;

/// <summary>Every rule of who may call what, by the name an endpoint asks for it: <c>.RequireAuthorization(AccessPolicies.WriteStatements)</c>.</summary>
internal static class AccessPolicies
{
    /// <summary>Anybody who is known.</summary>
    public const string SignedIn = nameof(SignedIn);

    public const string WriteStatements = nameof(WriteStatements);

    /// <summary>One's own statements at least; <see cref="Caller.ReadsAllStatements"/> says whether all.</summary>
    public const string ReadStatements = nameof(ReadStatements);

    public const string UseState = nameof(UseState);

    public const string UseProfiles = nameof(UseProfiles);

    /// <summary>Agents and Activities resources: whoever may read or write any statement.</summary>
    public const string ReadDefinitions = nameof(ReadDefinitions);

    /// <summary>LAN only: registry, credentials, users, jobs, the nation.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>LAN and agencies; which agency is for <see cref="Caller.MaySeeAgency"/> to say.</summary>
    public const string SeePeople = nameof(SeePeople);

    /// <summary>LAN and platforms: what was not recognised; a platform only its own.</summary>
    public const string SeeProviders = nameof(SeeProviders);

    public static void Add(AuthorizationOptions options)
    {
        Allow(SignedIn, _ => true);
        Allow(WriteStatements, caller => caller.Has(Scopes.StatementsWrite));
        Allow(ReadStatements, caller => caller.Has(Scopes.StatementsReadMine | Scopes.StatementsRead | Scopes.AllRead));
        Allow(UseState, caller => caller.Has(Scopes.State), toRead: Scopes.AllRead);
        Allow(UseProfiles, caller => caller.Has(Scopes.Profile), toRead: Scopes.AllRead);
        Allow(ReadDefinitions, caller => caller.Scopes != Scopes.None);
        Allow(Administer, caller => caller.Role == Role.Lan);
        Allow(SeePeople, caller => caller.Role is Role.Lan or Role.Agency);
        Allow(SeeProviders, caller => caller.Role is Role.Lan or Role.Vendor);

        void Allow(string name, Func<Caller, bool> may, Scopes toRead = Scopes.None) => options.AddPolicy(name, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(context =>
                context.User.TryGetCaller() is { } caller
                && context.Resource is HttpContext http
                && (may(caller) || (caller.Has(toRead) && Reads(http)))
                && !IsForged(http)));
    }

    /// <summary>
    /// Whether another site may have sent this call with the user's cookie. In every policy, so that no endpoint can forget it.
    /// </summary>
    public static bool IsForged(HttpContext context) =>
        context.User.TryGetCaller() is { Kind: CallerKind.User } && !Reads(context) && !context.Request.IsFromPages();

    private static bool Reads(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
}
