namespace Lrs.Api.Documentation;

/// <summary>The resources of xAPI 1.0.3 and 2.0 (IEEE 9274.1.1), in short: the standard says the rest.</summary>
internal static partial class ApiCalls
{
    private const string AStatement = $$$"""
        {"id":"{{{AStatementId}}}","actor":{"account":{"homePage":"https://nip.asn.go.id","name":"199203032016031003"}},
         "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"https://lms.example.go.id/course/7"},"timestamp":"2026-03-14T03:00:00Z"}
        """;

    private static readonly (int, string) Malformed = (400, "A parameter, header or the body breaks a rule; the answer names the statement's index, the path and the rule.");
    private static readonly (int, string) TooLarge = (413, "The body is larger than the service takes.");
    private static readonly (int, string) NoDocument = (404, "There is no such document.");
    private static readonly (int, string) Changed = (412, "The document is another than the condition (If-Match, If-None-Match) names.");
    private static readonly (int, string) Unconditional = (409, "The document is there, and the request does not say which it would replace.");

    private static Dictionary<string, ApiCall> Xapi => new(
    [
        new("GET /xapi/about", new("Which versions are spoken, and the limits", "Open to everybody.")),
        new("GET /xapi/statements", new(
            "Statements, one or by filter", "By `statementId` or `voidedStatementId`, or by agent, verb, activity, registration, since, until, limit, ascending, related_agents, related_activities, format, attachments; `more` leads on. "
            + "Those of one's own platform by statements/read/mine, all by statements/read or all/read.", "", "", Malformed, (404, "There is no such statement, or not one that the caller may read."))),
        new("POST /xapi/statements", new(
            "Store statements", "One or an array, all or none; scope statements/write. 200 with the ids means: on disk, and counted once however often it is sent.", "", AStatement,
            Malformed, (409, "Another statement has this id."), TooLarge)),
        new("PUT /xapi/statements", new(
            "Store a statement under the id in `statementId`", "Scope statements/write.", "", AStatement, Malformed, (409, "Another statement has this id."), TooLarge)),
        new("GET /xapi/activities", new("An activity with its definition in all languages", "By `activityId`; any scope.", "", "", Malformed)),
        new("GET /xapi/agents", new("A person as this store knows them: the names that statements gave", "By `agent`, as JSON; any scope.", "", "", Malformed)),
        .. Documents("/xapi/activities/state", "a learner's state in an activity", "`activityId`, `agent`, perhaps `registration`, and `stateId`", "state"),
        .. Documents("/xapi/activities/profile", "a document of an activity", "`activityId` and `profileId`", "profile"),
        .. Documents("/xapi/agents/profile", "a document of an agent", "`agent` and `profileId`", "profile"),
    ]);

    private static IEnumerable<KeyValuePair<string, ApiCall>> Documents(string path, string what, string by, string scope) =>
    [
        new($"GET {path}", new($"Read {what}, or list them", $"By {by}; without the last the ids of all. Scope {scope} or all/read. A platform sees its own.", "", "", Malformed, NoDocument)),
        new($"PUT {path}", new($"Store {what}", $"By {by}. Scope {scope}.", "", """{"page":3}""", Malformed, Unconditional, Changed, TooLarge)),
        new($"POST {path}", new($"Store {what}, or merge into it", $"By {by}; a JSON object is merged into one that is there. Scope {scope}.", "", """{"page":3}""", Malformed, Changed, TooLarge)),
        new($"DELETE {path}", new($"Remove {what}", $"By {by}. Scope {scope}.", "", "", Malformed, Changed)),
    ];
}
