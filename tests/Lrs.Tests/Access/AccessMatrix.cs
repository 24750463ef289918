namespace Lrs.Tests.Access;

/// <summary>
/// Who may make which call, for what is their own and for what is another's: the whole of it. A call without a row fails the test, and so
/// does an answer that a row does not allow.
/// </summary>
public static class AccessMatrix
{
    /// <summary>LAN: a user, and the root credential.</summary>
    public const string Lan = "lan root";

    /// <summary>Credentials of a platform, each with one scope.</summary>
    private const string Platform = "statements/write statements/read/mine statements/read state define profile all/read all";

    private const string Users = "lan agency vendor asn";
    private const string Known = $"{Users} root {Platform}";
    private const string Everybody = $"nobody {Known}";

    private const string ReadAll = "lan root statements/read all/read all";
    private const string ReadMine = $"{ReadAll} vendor statements/read/mine";
    private const string Write = "root statements/write all";
    private const string State = "root state all";
    private const string Profile = "root profile all";

    private const string LearnersState = "?activityId=$activity&agent=$learner";

    public static IReadOnlyList<string> Scopes { get; } = Platform.Split(' ');

    public static IReadOnlyList<string> Callers { get; } = Everybody.Split(' ');

    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        // For everybody.
        new("GET /health/live", "/health/live", Everybody, Everybody),
        new("GET /health/ready", "/health/ready", Everybody, Everybody),
        new("GET /xapi/about", "/xapi/about", Everybody, Everybody),
        new("HEAD /xapi/about", "/xapi/about", Everybody, Everybody),
        new("GET /api/v1/verifications/{code}", "/api/v1/verifications/$code", Everybody, Everybody, SeeOthers: Everybody),
        new("POST /api/v1/session", "/api/v1/session", Everybody, Everybody, """{"userName":"mx-lan","password":"$password"}"""),
        new("GET /api/v1/session/ways", "/api/v1/session/ways", Everybody, Everybody),
        // Not set up in this service: 404 for everybody.
        new("GET /api/v1/session/oidc", "/api/v1/session/oidc", Everybody, Everybody, AllowedAs: 404),
        new("PUT /api/v1/session/password", "/api/v1/session/password", Known, Known, """{"currentPassword":"wrong","password":"wrong"}""", AllowedAs: 400),
        new("GET /api/v1/session", "/api/v1/session", Known, Known),
        new("DELETE /api/v1/session", "/api/v1/session", Known, Known),

        // xAPI: by scope.
        new("GET /xapi/statements", "/xapi/statements?limit=500", ReadMine, ReadAll, SeeOthers: ReadAll),
        new("GET /xapi/statements", "/xapi/statements?statementId=$statement", ReadMine, ReadAll, IsHidden: true, SeeOthers: ReadAll),
        new("HEAD /xapi/statements", "/xapi/statements?statementId=$statement", ReadMine, ReadAll, IsHidden: true),
        new("POST /xapi/statements", "/xapi/statements", Write, Write, Statement("$new"), SeeOthers: Write),
        new("PUT /xapi/statements", "/xapi/statements?statementId=$new", Write, Write, Statement(null), SeeOthers: Write),
        new("GET /xapi/activities", "/xapi/activities?activityId=$activity", $"lan vendor root {Platform}", $"lan vendor root {Platform}", SeeOthers: Everybody),
        new("HEAD /xapi/activities", "/xapi/activities?activityId=$activity", $"lan vendor root {Platform}", $"lan vendor root {Platform}"),
        new("GET /xapi/agents", "/xapi/agents?agent=$learner", $"lan vendor root {Platform}", $"lan vendor root {Platform}", SeeOthers: Everybody),
        new("HEAD /xapi/agents", "/xapi/agents?agent=$learner", $"lan vendor root {Platform}", $"lan vendor root {Platform}"),
        .. Documents("/xapi/activities/state", LearnersState, "stateId", $"lan all/read {State}", State),
        .. Documents("/xapi/agents/profile", "?agent=$learner", "profileId", $"lan all/read {Profile}", Profile),
        .. Documents("/xapi/activities/profile", "?activityId=$activity", "profileId", $"lan all/read {Profile}", Profile),

        // A person's record.
        new("POST /api/v1/people/lookup", "/api/v1/people/lookup", $"{Lan} agency", Lan, """{"nip":"$nip"}""", IsHidden: true),
        new("GET /api/v1/people/{personId:guid}/compliance", "/api/v1/people/$person/compliance?year=2025", $"{Lan} agency asn", Lan, IsHidden: true),
        new("GET /api/v1/people/{personId:guid}/transcript", "/api/v1/people/$person/transcript?year=2025", $"{Lan} agency asn", Lan, IsHidden: true),
        new("GET /api/v1/people/{personId:guid}/transcript.pdf", "/api/v1/people/$person/transcript.pdf?year=2025", $"{Lan} agency asn", Lan, IsHidden: true),
        new("GET /api/v1/people/{personId:guid}/manual-credits/{statementId:guid}", "/api/v1/people/$person/manual-credits/$claim", $"{Lan} agency", Lan, IsHidden: true),
        new("POST /api/v1/people/{personId:guid}/manual-credits/{statementId:guid}", "/api/v1/people/$person/manual-credits/$claim", $"{Lan} agency", Lan,
            """{"jp":2,"reason":"uji"}""", IsHidden: true),

        // Agencies.
        new("GET /api/v1/agencies", "/api/v1/agencies", $"{Lan} agency", Lan),
        new("GET /api/v1/agencies/{code}/compliance", "/api/v1/agencies/$agency/compliance?year=2025", $"{Lan} agency", Lan),
        new("GET /api/v1/agencies/{code}/people", "/api/v1/agencies/$agency/people?year=2025", $"{Lan} agency", Lan),
        new("GET /api/v1/agencies/{code}/compliance/days", "/api/v1/agencies/$agency/compliance/days?year=2025", $"{Lan} agency", Lan),
        new("GET /api/v1/agencies/{code}/compliance/units", "/api/v1/agencies/$agency/compliance/units?year=2025", $"{Lan} agency", Lan),
        new("GET /api/v1/agencies/{code}/compliance/position-groups", "/api/v1/agencies/$agency/compliance/position-groups?year=2025", $"{Lan} agency", Lan),
        new("GET /api/v1/agencies/{code}/unresolved/people", "/api/v1/agencies/$agency/unresolved/people", $"{Lan} agency", Lan),
        new("POST /api/v1/agencies/{code}/unresolved/people/mappings", "/api/v1/agencies/$agency/unresolved/people/mappings", $"{Lan} agency", Lan,
            """{"ifi":"mailto:nobody@mx.example","personId":"$person"}""", AllowedAs: 400),
        new("GET /api/v1/manual-claims", "/api/v1/manual-claims?agency=$agency", $"{Lan} agency", Lan),
        new("GET /api/v1/manual-claims", "/api/v1/manual-claims", $"{Lan} agency", Lan),
        new("GET /api/v1/suspicious/certificates", "/api/v1/suspicious/certificates", $"{Lan} agency", Lan),
        new("GET /api/v1/record-reads", "/api/v1/record-reads?agency=$agency", $"{Lan} agency", Lan),
        new("GET /api/v1/record-reads", "/api/v1/record-reads", $"{Lan} agency", Lan),
        new("GET /api/v1/compliance", "/api/v1/compliance?year=2025", Lan, Lan),

        new("GET /api/v1/compliance/days", "/api/v1/compliance/days?year=2025", Lan, Lan),
        new("GET /api/v1/compliance/months", "/api/v1/compliance/months?year=2025", Lan, Lan),
        new("GET /api/v1/compliance/position-groups", "/api/v1/compliance/position-groups?year=2025", Lan, Lan),

        // Platforms.
        new("GET /api/v1/providers", "/api/v1/providers", Lan, Lan),
        new("GET /api/v1/providers/{provider}/intake", "/api/v1/providers/$provider/intake", $"{Lan} vendor {Platform}", Lan),
        new("GET /api/v1/providers/{provider}/activities", "/api/v1/providers/$provider/activities", $"{Lan} vendor {Platform}", Lan),
        new("POST /api/v1/providers/{provider}/test-statement", "/api/v1/providers/$provider/test-statement", $"{Lan} vendor {Platform}", Lan, Statement("$new")),
        new("GET /api/v1/unresolved/people", "/api/v1/unresolved/people", $"{Lan} vendor {Platform}", Lan),
        new("GET /api/v1/unresolved/activities", "/api/v1/unresolved/activities", $"{Lan} vendor {Platform}", Lan),
        new("GET /api/v1/credentials", "/api/v1/credentials", $"{Lan} vendor", Lan),
        new("POST /api/v1/credentials", "/api/v1/credentials", $"{Lan} vendor", Lan, """{"provider":"$provider"}"""),
        new("POST /api/v1/credentials/{key}/rotate", "/api/v1/credentials/$key/rotate", $"{Lan} vendor", Lan, "{}", IsHidden: true),
        new("PUT /api/v1/credentials/{key}/allowed-origins", "/api/v1/credentials/$key/allowed-origins", $"{Lan} vendor", Lan, """{"allowedOrigins":[]}""", IsHidden: true),
        new("GET /api/v1/credentials/{key}/changes", "/api/v1/credentials/$key/changes", $"{Lan} vendor", Lan, IsHidden: true),
        new("DELETE /api/v1/credentials/{key}", "/api/v1/credentials/$key", $"{Lan} vendor", Lan, IsHidden: true),

        // Reports: an agency's, a platform's delivery.
        new("GET /api/v1/reports", "/api/v1/reports?agency=$agency", $"{Lan} agency vendor {Platform}", $"{Lan} vendor {Platform}"),
        new("GET /api/v1/reports", "/api/v1/reports?provider=$provider", $"{Lan} agency vendor {Platform}", $"{Lan} agency"),
        new("POST /api/v1/reports", "/api/v1/reports", $"{Lan} agency", Lan, """{"kind":"compliance","agencyCode":"$agency","year":2025}"""),
        new("POST /api/v1/reports", "/api/v1/reports", $"{Lan} vendor {Platform}", Lan, """{"kind":"delivery","provider":"$provider","year":2025}"""),
        new("POST /api/v1/reports", "/api/v1/reports", Lan, Lan, """{"kind":"nation","year":2025}"""),
        new("GET /api/v1/reports/{id:guid}/file", "/api/v1/reports/$report/file", $"{Lan} agency", Lan),
        new("GET /api/v1/report-schedules", "/api/v1/report-schedules", $"{Lan} agency vendor {Platform}", Lan),
        new("GET /api/v1/report-schedules/{id}", "/api/v1/report-schedules/$schedule", $"{Lan} agency", Lan),
        new("PUT /api/v1/report-schedules/{id}", "/api/v1/report-schedules/$schedule", $"{Lan} agency", Lan,
            """{"agencyCode":"$agency","kind":"compliance","cron":"monthly"}"""),
        new("POST /api/v1/report-schedules/{id}/runs", "/api/v1/report-schedules/$schedule/runs?year=2025", $"{Lan} agency", Lan),
        new("DELETE /api/v1/report-schedules/{id}", "/api/v1/report-schedules/$schedule", $"{Lan} agency", Lan),

        // LAN alone.
        .. Import("agencies", "agency_code,name,kind,timezone"),
        .. Import("people", "nip,name,employment_type,agency_code"),
        .. Import("identifiers", "ifi_kind,ifi_value,nip"),
        .. Import("activities", "activity_iri,title,provider,form,jp"),
        .. Import("competencies", "code,family,name"),
        new("GET /api/v1/stream", "/api/v1/stream", Lan, Lan),
        new("GET /api/v1/set-aside", "/api/v1/set-aside", Lan, Lan),
        new("POST /api/v1/set-aside/{id:guid}/drive", "/api/v1/set-aside/$new/drive", Lan, Lan, AllowedAs: 404),
        new("POST /api/v1/set-aside/drive-all", "/api/v1/set-aside/drive-all", Lan, Lan),
        new("POST /api/v1/unresolved/people/mappings", "/api/v1/unresolved/people/mappings", Lan, Lan, """{"mappings":[{}]}"""),
        new("POST /api/v1/unresolved/activities/mappings", "/api/v1/unresolved/activities/mappings", Lan, Lan, """{"mappings":[{}]}"""),
        new("POST /api/v1/registry/people/search", "/api/v1/registry/people/search", Lan, Lan, """{"search":"$nip"}"""),
        new("POST /api/v1/registry/identifiers/search", "/api/v1/registry/identifiers/search", Lan, Lan, """{"search":"$nip"}"""),
        new("POST /api/v1/registry/activities/search", "/api/v1/registry/activities/search", Lan, Lan, """{"provider":"$provider"}"""),
        new("POST /api/v1/registry/competencies/search", "/api/v1/registry/competencies/search", Lan, Lan, "{}"),
        new("GET /api/v1/rule-packs", "/api/v1/rule-packs", Lan, Lan),
        new("POST /api/v1/rule-packs/preview", "/api/v1/rule-packs/preview", Lan, Lan, """{"pack":"pack: x"}""", AllowedAs: 400),
        new("GET /api/v1/system", "/api/v1/system", Lan, Lan),
        new("GET /api/v1/users", "/api/v1/users", Lan, Lan),
        new("POST /api/v1/users", "/api/v1/users", Lan, Lan, """{"userName":"mx-$new","password":"$password","role":"lan"}"""),
        new("GET /api/v1/users/{userName}", "/api/v1/users/$user", Lan, Lan),
        new("PUT /api/v1/users/{userName}", "/api/v1/users/$user", Lan, Lan, """{"role":"lan"}"""),
        new("DELETE /api/v1/users/{userName}", "/api/v1/users/$user", Lan, Lan),
        new("POST /api/v1/users/{userName}/initial-password", "/api/v1/users/$user/initial-password", Lan, Lan),
        new("DELETE /api/v1/users/{userName}/sessions", "/api/v1/users/$user/sessions", Lan, Lan),
        new("GET /api/v1/users/{userName}/changes", "/api/v1/users/$user/changes", Lan, Lan),
        new("GET /api/v1/jobs", "/api/v1/jobs", Lan, Lan),
        new("POST /api/v1/jobs/{name}/runs", "/api/v1/jobs/remove-old-reports/runs", Lan, Lan),
    ];

    private static IEnumerable<AccessRow> Import(string table, string header) =>
    [
        new($"POST /api/v1/imports/{table}", $"/api/v1/imports/{table}", Lan, Lan, header),
        new($"POST /api/v1/imports/{table}/preview", $"/api/v1/imports/{table}/preview", Lan, Lan, header),
    ];

    // A document belongs to its platform: of one context each sees its own, and writes beside the other's.
    private static IEnumerable<AccessRow> Documents(string path, string context, string id, string read, string change) =>
    [
        new($"GET {path}", path + context, read, read, SeeOthers: ""),
        new($"HEAD {path}", path + context, read, read),
        new($"PUT {path}", $"{path}{context}&{id}=$new", change, change, "{}"),
        new($"POST {path}", $"{path}{context}&{id}=$new", change, change, "{}"),
        new($"DELETE {path}", $"{path}{context}&{id}=$new", change, change),
    ];

    private static string Statement(string? id) =>
        (id is null ? "{" : $$"""{"id":"{{id}}",""")
        + """ "actor":{"mbox":"mailto:mx@example.go.id"},"verb":{"id":"https://mx.example/did"},"object":{"id":"https://mx.example/course"}}""";
}
