namespace Lrs.Api.Documentation;

/// <summary>Sign-in, users and credentials.</summary>
internal static partial class ApiCalls
{
    private const string Session = """
        {"userName":"siti@bmkg.go.id","displayName":"Siti Rahma","role":"agency","agencyCode":"BMKG","provider":null,"personId":null,"mustChangePassword":false}
        """;

    private const string User = """
        {"userName":"siti@bmkg.go.id","displayName":"Siti Rahma","role":"agency","agencyCode":"BMKG","provider":null,"personId":null,
         "createdAt":"2026-03-02T03:00:00+00:00","lastSignInAt":"2026-03-14T01:12:00+00:00","disabled":false,"initialPasswordUntil":null,"isVouchedFor":false}
        """;

    private static readonly (int, string) NoUser = (404, "There is no such user.");
    private static readonly (int, string) OwnUser = (409, "It is the caller's own user: another of LAN has to do it.");
    private static readonly (int, string) NoCredential = (404, "There is no such credential, or it is another platform's or revoked.");

    private static Dictionary<string, ApiCall> Sessions => new()
    {
        ["POST /api/v1/session"] = new(
            "Sign in with a user name and a password",
            "Sets the cookie of the session, which ends an hour after its last use, twelve hours after sign-in, or when the user is changed.",
            Session, """{"userName":"siti@bmkg.go.id","password":"naik kereta ke Bandung"}""",
            (401, "The user name or the password is wrong, or the user is disabled."), (429, "Too many tries failed; `Retry-After` says when the next may be made.")),
        ["GET /api/v1/session"] = new("Who am I?", "The caller's name, role and place: of a session or of a credential.", Session),
        ["DELETE /api/v1/session"] = new("Sign out", "With `everywhere=true` every session of the user ends, on all devices."),
        ["GET /api/v1/session/ways"] = new("Which ways to sign in are there?", "`oidc` is what the OpenID provider is called; null where there is none.", """{"oidc":"SSO ASN","minPasswordLength":12}"""),
        ["GET /api/v1/session/oidc"] = new(
            "Sign in by OpenID Connect", "Sends the browser to the provider (302), and from there back to the page `next`. The role comes from the provider's claims.", "", "",
            (302, "To the provider."), (404, "OpenID Connect is not set up here.")),
        ["PUT /api/v1/session/password"] = new(
            "Change one's own password",
            "Every other session of the user ends. `reason` in the answer to a refused one is TooShort, TooLong, FewCharacters, Sequence, CommonWord, ContainsUserName, SameAsBefore or currentPassword.",
            Session, """{"currentPassword":"abcd-efgh-jkmn-pqrs-tuvw","password":"naik kereta ke Bandung"}""",
            (400, "The password is refused; `reason` says why."), (429, "Too many tries failed.")),
        ["GET /api/v1/users"] = new("A page of the users", "For LAN. `search` is part of the user name or the displayed name; `role` is lan, agency, vendor or asn.", $$"""{"users":[{{User}}],"next":null}"""),
        ["POST /api/v1/users"] = new(
            "Make a user",
            "For LAN. By role with `agencyCode`, `provider` or `personId`. Without `password` one is made, which the answer shows this once; its user has to choose another at the first sign-in.",
            """{"userName":"siti@bmkg.go.id","displayName":"Siti Rahma","role":"agency","agencyCode":"BMKG","provider":null,"personId":null,"initialPassword":"abcd-efgh-jkmn-pqrs-tuvw","initialPasswordUntil":"2026-03-09T03:00:00+00:00"}""",
            """{"userName":"siti@bmkg.go.id","displayName":"Siti Rahma","role":"agency","agencyCode":"BMKG"}""",
            (400, "A property is missing, too long, or does not fit the role."), (409, "The user name is taken.")),
        ["GET /api/v1/users/{userName}"] = new("A user", "For LAN.", User, "", NoUser),
        ["PUT /api/v1/users/{userName}"] = new(
            "Change a user: name, role, place, whether disabled", "For LAN. What is left out is empty from then on. Every session of the user ends.", User,
            """{"displayName":"Siti Rahma","role":"agency","agencyCode":"BMKG","disabled":true}""", (400, "A property is too long or does not fit the role."), NoUser, OwnUser),
        ["DELETE /api/v1/users/{userName}"] = new("Remove a user", "For LAN. What was done to the user stays in its log.", "", "", NoUser, OwnUser),
        ["POST /api/v1/users/{userName}/initial-password"] = new(
            "Give a user a new initial password", "For LAN. Shown this once; every session of the user ends.",
            """{"initialPassword":"abcd-efgh-jkmn-pqrs-tuvw","initialPasswordUntil":"2026-03-09T03:00:00+00:00"}""", "", (404, "There is no such user, or one whom an OpenID provider vouches for.")),
        ["DELETE /api/v1/users/{userName}/sessions"] = new("Sign a user out everywhere", "For LAN.", "", "", NoUser),
        ["GET /api/v1/users/{userName}/changes"] = new(
            "What was done to a user, by whom and when", "For LAN; also of a user who was removed.",
            """[{"changedAt":"2026-03-02T03:00:00+00:00","change":"made","detail":"agency BMKG","caller":"user:lan"}]""", "", NoUser),
        ["GET /api/v1/record-reads"] = new(
            "Who looked at whose record, when and why",
            "For LAN, and for an agency of its own people. The newest first, of the last 30 days or of `from` to `to`. `purpose` is lookup, transcript, printed transcript, people list, manual claims, manual credit, shared certificates, unresolved people, verification or report.",
            $$"""{"reads":[{"readAt":"2026-03-14T03:00:00+00:00","caller":"user:siti@bmkg.go.id","callerName":"Siti Rahma","personId":"{{PersonId}}","personName":"Wayan Sutama","agencyCode":"BMKG","purpose":"transcript"}],"next":null}""",
            "", (400, "`from` and `to` are no days in this order.")),
        ["GET /api/v1/credentials"] = new(
            "The credentials there are and were", "For LAN, and for the users of a platform its own. Without secrets.",
            """[{"key":"9f86d081884c7d659a2feaa0c55ad015","provider":"belajar.id","scopes":["statements/write","statements/read/mine"],"name":"produksi","createdAt":"2026-03-02T03:00:00+00:00","allowedOrigins":[],"expiresAt":null,"previousValidUntil":null,"lastUsedOn":"2026-03-14","revokedAt":null}]"""),
        ["POST /api/v1/credentials"] = new(
            "Make a credential", "For LAN, and for the users of a platform for theirs, without scopes that read what others sent. The secret is shown this once.",
            """{"key":"9f86d081884c7d659a2feaa0c55ad015","secret":"c2VjcmV0IG9mIDI1NiByYW5kb20gYml0cyBpbiBiYXNl","provider":"belajar.id","scopes":["statements/write","statements/read/mine"],"allowedOrigins":[],"expiresAt":null}""",
            """{"provider":"belajar.id","name":"produksi","scopes":["statements/write","statements/read/mine"]}""", (400, "A scope is not known, or a property is wrong.")),
        ["POST /api/v1/credentials/{key}/rotate"] = new(
            "Give a credential a new secret", "The secret before stays valid for `overlapHours` (24; 0 to 744).",
            """{"key":"9f86d081884c7d659a2feaa0c55ad015","secret":"c2VjcmV0IG9mIDI1NiByYW5kb20gYml0cyBpbiBiYXNl","previousValidUntil":"2026-03-15T03:00:00+00:00"}""",
            """{"overlapHours":24}""", (400, "`overlapHours` is out of range."), NoCredential),
        ["PUT /api/v1/credentials/{key}/allowed-origins"] = new(
            "Say which sites' pages may use a credential in a browser", "The whole list; an empty one allows none.", "",
            """{"allowedOrigins":["https://belajar.example.go.id"]}""", (400, "One is no origin."), NoCredential),
        ["GET /api/v1/credentials/{key}/changes"] = new(
            "What was done to a credential, by whom and when", "Also to one that was revoked.",
            """[{"changedAt":"2026-03-02T03:00:00+00:00","change":"made","detail":"statements/write","caller":"user:lan"}]""", "", NoCredential),
        ["DELETE /api/v1/credentials/{key}"] = new("Revoke a credential", "At once here, within a second in other processes. It stays in the list.", "", "", NoCredential),
    };
}
