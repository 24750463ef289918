using Microsoft.AspNetCore.Authorization;

namespace Lrs.Auth;

/// <summary>Every rule of who may call what, by the name an endpoint asks for it: <c>.RequireAuthorization(AccessPolicies.WriteStatements)</c>.</summary>
internal static class AccessPolicies
{
    /// <summary>Anybody who is known, also with a password that they have to change first. For the session alone.</summary>
    public const string SignedIn = nameof(SignedIn);

    public const string WriteStatements = nameof(WriteStatements);

    /// <summary>One's own statements at least; <see cref="Caller.ReadsAllStatements"/> says whether all.</summary>
    public const string ReadStatements = nameof(ReadStatements);

    public const string UseState = nameof(UseState);

    public const string UseProfiles = nameof(UseProfiles);

    /// <summary>Agents and Activities resources: whoever has any scope.</summary>
    public const string ReadDefinitions = nameof(ReadDefinitions);

    /// <summary>LAN only: registry, credentials, users, jobs, the nation.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>LAN and agencies; which agency is for <see cref="Caller.MaySeeAgency"/> to say.</summary>
    public const string SeePeople = nameof(SeePeople);

    /// <summary>A person's record: LAN, agencies, civil servants; whose is for <see cref="Caller.MaySeeRecord"/> to say.</summary>
    public const string SeeRecords = nameof(SeeRecords);

    /// <summary>LAN, agencies and platforms: reports and their schedules; of whom is for each call to say.</summary>
    public const string SeeReports = nameof(SeeReports);

    /// <summary>LAN and platforms: what was not recognised; a platform only its own.</summary>
    public const string SeeProviders = nameof(SeeProviders);

    /// <summary>LAN, and people of a platform for their own; a credential makes no credentials.</summary>
    public const string ManageCredentials = nameof(ManageCredentials);

    // xAPI Communication 4.2: of these scopes any one is enough.
    private static readonly Dictionary<string, (Scopes ToChange, Scopes ToRead)> ByScope = new(StringComparer.Ordinal)
    {
        [WriteStatements] = (Scopes.StatementsWrite, Scopes.StatementsWrite),
        [ReadStatements] = (Scopes.None, Scopes.StatementsReadMine | Scopes.StatementsRead | Scopes.AllRead),
        [UseState] = (Scopes.State, Scopes.State | Scopes.AllRead),
        [UseProfiles] = (Scopes.Profile, Scopes.Profile | Scopes.AllRead),
        [ReadDefinitions] = (Scopes.None, Scopes.All),
    };

    private static readonly Dictionary<string, Func<Caller, bool>> ByRole = new(StringComparer.Ordinal)
    {
        [SignedIn] = _ => true,
        [Administer] = caller => caller.Role == Role.Lan,
        [SeePeople] = caller => caller.Role is Role.Lan or Role.Agency,
        [SeeRecords] = caller => caller.Role is Role.Lan or Role.Agency or Role.Asn,
        [SeeReports] = caller => caller.Role is Role.Lan or Role.Agency or Role.Vendor,
        [SeeProviders] = caller => caller.Role is Role.Lan or Role.Vendor,
        [ManageCredentials] = caller => caller is { Role: Role.Lan } or { Role: Role.Vendor, Kind: CallerKind.User },
    };

    public static void Add(AuthorizationOptions options)
    {
        foreach (var (name, may) in ByRole)
            Allow(name, (caller, _) => may(caller));
        foreach (var name in ByScope.Keys)
            Allow(name, (caller, context) => caller.Has(EnoughScopes(name, context)));

        void Allow(string name, Func<Caller, HttpContext, bool> may) => options.AddPolicy(name, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(context =>
                context.User.TryGetCaller() is { } caller
                && context.Resource is HttpContext http
                && (name == SignedIn || !caller.MustChangePassword)
                && may(caller, http)
                && !IsForged(http)));
    }

    /// <summary>The scopes of which the request needs one, or none where it is not by scope that its endpoint is guarded.</summary>
    public static Scopes EnoughScopes(HttpContext context) =>
        (context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [])
            .Select(guard => guard.Policy)
            .Where(name => name is not null && ByScope.ContainsKey(name))
            .Aggregate(Scopes.None, (scopes, name) => scopes | EnoughScopes(name!, context));

    private static Scopes EnoughScopes(string name, HttpContext context) => Reads(context) ? ByScope[name].ToRead : ByScope[name].ToChange;

    /// <summary>
    /// Whether another site may have sent this call with the user's cookie. In every policy, so that no endpoint can forget it.
    /// </summary>
    public static bool IsForged(HttpContext context) =>
        context.User.TryGetCaller() is { Kind: CallerKind.User } && !Reads(context) && !context.Request.IsFromPages();

    private static bool Reads(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
}
