namespace Lrs.Api.Documentation;

/// <summary>Platforms: what came from them, what was not recognised, reports.</summary>
internal static partial class ApiCalls
{
    private const string ReportRun =
        """{"id":"8a3f6a0e-6a55-4c5b-9a0a-0d6c1b7f2f10","startedAt":"2026-03-14T03:00:00+00:00","finishedAt":"2026-03-14T03:00:02+00:00","seconds":2.1,"rows":640,"outcome":"succeeded","error":null,"note":null}""";

    private const string Report = """
        {"id":"5a1d2f8e-93a0-4d4e-8a9b-0a4f4be8a001","agencyCode":"BMKG","provider":null,"year":2026,"kind":"compliance","format":"csv","fileName":"kepatuhan-BMKG-2026.csv",
         "bytes":48210,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","createdAt":"2026-03-14T03:00:00+00:00"}
        """;

    private const string Schedule = """{"id":"bmkg-bulanan","agencyCode":"BMKG","provider":null,"kind":"compliance","cron":"monthly","format":"xlsx","nextRun":"2026-04-01T00:00:00+07:00"}""";

    private const string Mapped = """{"accepted":1,"changed":1,"rejected":1,"rows":[{"index":0,"outcome":"stored","property":null,"reason":null},{"index":1,"outcome":"rejected","property":"nip","reason":"expected 18 digits"}]}""";

    private static readonly (int, string) NoSpan = (400, "`from` and `to` are no days in this order, or more than 92.");
    private static readonly (int, string) NoMappings = (400, "`mappings` is no list of 1 to 10,000 objects.");

    private static Dictionary<string, ApiCall> Providers => new()
    {
        ["GET /api/v1/providers"] = new(
            "Every platform: last statement, accepted and refused", "For LAN. `from` and `to` are days in WIB, both included; without them the last 30, at most 92.",
            """[{"provider":"belajar.id","lastStatementAt":"2026-03-14T03:00:00+00:00","lastHour":212,"accepted":51022,"refusedRequests":14,"credentials":2}]""", "", NoSpan),
        ["GET /api/v1/providers/{provider}/intake"] = new(
            "A platform's intake by day: accepted, refused and why, not recognised",
            "For LAN, and for the platform's own credentials and users. A refused request counts once, within seconds, under the code, path and rule of its answer. Nothing in the answer is about a person.",
            """{"provider":"belajar.id","from":"2026-03-01","to":"2026-03-14","timeZone":"Asia/Jakarta","lastStatementAt":"2026-03-14T03:00:00+00:00","perMinute":[0,3],"days":[{"day":"2026-03-14","accepted":212,"refusedRequests":1,"notRecognised":2,"unknownLearner":1,"unknownActivity":1}],"reasons":[],"recent":[],"unknownLearners":[],"unknownActivities":[]}""",
            "", NoSpan),
        ["POST /api/v1/providers/{provider}/test-statement"] = new(
            "Checks statements without storing them", "Takes what POST /xapi/statements takes, with X-Experience-API-Version, and answers 200 with the status, headers and body that it would be given. Nothing is stored or counted.",
            """{"status":200,"headers":{"X-Experience-API-Version":"2.0.0"},"body":"[\"0c0c0c0c-0000-4000-8000-000000000001\"]"}""", AStatement),
        ["GET /api/v1/unresolved/people"] = new(
            "Learners nobody knows, by platform and kind of identifier", "For LAN; a platform sees its own. Their statements are kept and count as soon as a mapping arrives.",
            """[{"provider":"belajar.id","kind":"account","homePage":"https://lms.example.go.id","learners":3,"statements":41,"lastDay":"2026-03-14","ifis":["account:https://lms.example.go.id|17"]}]"""),
        ["POST /api/v1/unresolved/people/mappings"] = new(
            "Say who learners are, in bulk", "For LAN. By `ifi` as the list shows it, or `ifiKind` and `ifiValue`, with `nip` and perhaps `validFrom`, `validTo`. Good rows are kept, bad ones named.",
            Mapped, """{"mappings":[{"ifi":"account:https://lms.example.go.id|17","nip":"199203032016031003"}]}""", NoMappings),
        ["GET /api/v1/unresolved/activities"] = new(
            "Activities that are not registered, by platform", "For LAN; a platform sees its own. What counted on them counts as soon as they are registered.",
            $$"""[{"provider":"belajar.id","activityIri":"https://lms.example.go.id/course/7","statements":12,"learners":9,"lastDay":"2026-03-14","statementIds":["{{AStatementId}}"]}]"""),
        ["POST /api/v1/unresolved/activities/mappings"] = new(
            "Register activities, in bulk", "For LAN. Each as a row of the activities' file in camelCase; `competencies` may be a list.",
            Mapped, """{"mappings":[{"activityIri":"https://lms.example.go.id/course/7","title":"Keamanan Siber","form":"ELEARNING","jp":10,"competencies":["DIGITAL"]}]}""", NoMappings),
    };

    private static Dictionary<string, ApiCall> Reports => new()
    {
        ["GET /api/v1/reports"] = new("The reports that were made", "LAN sees all, an agency its own, a platform its deliveries. By `agency`, `provider`, `kind`, `year`.", $"[{Report}]"),
        ["POST /api/v1/reports"] = new(
            "Make a report now",
            "`kind` is compliance, behind, forms or competencies of an agency, nation for LAN, delivery of a platform; `format` csv, xlsx or pdf. With `wait=true` the answer comes when it is made (200), else at once (202). Where nothing has changed, the newest stays.",
            ReportRun,
            """{"agencyCode":"BMKG","year":2026,"kind":"compliance","format":"xlsx"}""", (400, "Kind, format, year, agency or platform is none that is known.")),
        ["GET /api/v1/reports/{id}/file"] = new("Download a report", "CSV, XLSX or PDF. Kept in the access log as one line.", "", "", (404, "There is no such report, or its file is gone.")),
        ["GET /api/v1/report-schedules"] = new("When which report makes itself", "Those the caller may set.", $"[{Schedule}]"),
        ["GET /api/v1/report-schedules/{id}"] = new("A report schedule", "", Schedule, "", (404, "There is no such schedule.")),
        ["PUT /api/v1/report-schedules/{id}"] = new(
            "Make or change a report schedule", "`cron` is monthly, quarterly, yearly or a cron expression, in WIB. LAN may leave out whose: every agency or platform.", Schedule,
            """{"agencyCode":"BMKG","kind":"compliance","cron":"monthly","format":"xlsx"}""", (400, "The id, kind, format or `cron` is wrong.")),
        ["POST /api/v1/report-schedules/{id}/runs"] = new(
            "Make now what a schedule makes", "Of `year`, this one if left out; when the schedule comes next stays. 202, or with `wait` the finished run.",
            ReportRun, "", (404, "There is no such schedule.")),
        ["DELETE /api/v1/report-schedules/{id}"] = new("Remove a report schedule", "The reports it made stay.", "", "", (404, "There is no such schedule.")),
    };
}
