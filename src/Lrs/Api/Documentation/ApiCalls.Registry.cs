namespace Lrs.Api.Documentation;

/// <summary>The registry, jobs and health.</summary>
internal static partial class ApiCalls
{
    private const string Imported = """{"accepted":2,"changed":1,"rejectedCount":1,"rejected":[{"line":4,"column":"kind","reason":"expected KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN or KOTA"}]}""";

    private const string Run = """
        {"id":"8a3f6a0e-6a55-4c5b-9a0a-0d6c1b7f2f10","startedAt":"2026-03-14T03:00:00+00:00","finishedAt":"2026-03-14T03:00:02+00:00","seconds":2.1,"rows":640,
         "outcome":"succeeded","error":null,"note":null}
        """;

    private const string Preview = """
        {"added":1,"changed":1,"unchanged":40,"changes":[{"line":2,"isNew":false,"subject":"BMKG","columns":[{"column":"timezone","before":"Asia/Jakarta","after":"Asia/Makassar"}]}],
         "rejectedCount":1,"rejected":[{"line":4,"column":"kind","reason":"Expected one of KABUPATEN, KEMENTERIAN, KOTA, LEMBAGA, PROVINSI."}]}
        """;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["agencies"] = "agency_code,name,kind,parent_code,province_code,timezone\nBMKG,\"Badan Meteorologi, Klimatologi, dan Geofisika\",LEMBAGA,,,Asia/Jakarta\n",
        ["people"] = "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason\n"
            + "199203032016031003,Wayan Sutama,PNS,BMKG,Biro SDM,Fungsional,2016-03-01,,,,\n",
        ["identifiers"] = "ifi_kind,ifi_value,nip,valid_from,valid_to\naccount,https://lms.example.go.id|17,199203032016031003,,\n",
        ["activities"] = "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to\n"
            + "https://lms.example.go.id/course/7,Keamanan Siber,belajar.id,ELEARNING,10,,NATIONAL,DIGITAL,,\n",
        ["competencies"] = "code,family,name\nDIGITAL,TEKNIS,Literasi digital\n",
    };

    private static Dictionary<string, ApiCall> Registry => new(
    [
        .. Import("agencies", "`kind` is KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN or KOTA; `timezone` IANA's."),
        .. Import("people", "A row is a spell of employment: `employment_type` PNS, CPNS, PPPK or PPPK_PARUH_WAKTU."),
        .. Import("identifiers", "By which learners are known beside their NIP: `ifi_kind` mbox, mbox_sha1sum, openid or account (`homePage|name`)."),
        .. Import("activities", "What counts, and for how much: a row is known by `activity_iri` and `valid_from`."),
        .. Import("competencies", "Of a `family` each."),
        new("POST /api/v1/registry/people/search", new(
            "Find people in the registry", "For LAN, by part of a name or by a whole NIP, and by `agency`; each spell of employment by itself. Who is shown is kept in the access log.",
            $$"""{"rows":[{"personId":"{{PersonId}}","name":"Wayan Sutama","employmentType":"PNS","agencyCode":"BMKG","unit":"Biro SDM","positionGroup":"Fungsional","employedFrom":"2016-03-01","employedTo":null,"contractFrom":null,"contractTo":null,"exemptReason":""}],"next":null}""",
            """{"search":"wayan","agency":"BMKG"}""")),
        new("POST /api/v1/registry/identifiers/search", new(
            "Find identifiers in the registry", "For LAN, by part of the identifier or by a whole NIP. Who is shown is kept in the access log.",
            $$"""{"rows":[{"ifi":"account:https://lms.example.go.id|17","validFrom":null,"validTo":null,"personId":"{{PersonId}}","personName":"Wayan Sutama"}],"next":null}""",
            """{"search":"lms.example.go.id"}""")),
        new("POST /api/v1/registry/activities/search", new(
            "Find activities in the registry", "For LAN, by part of the IRI or title, and by `provider`.",
            """{"rows":[{"activityIri":"https://lms.example.go.id/course/7","title":"Keamanan Siber","provider":"belajar.id","form":"ELEARNING","jp":10,"units":null,"level":"NATIONAL","competencies":["DIGITAL"],"validFrom":null,"validTo":null}],"next":null}""",
            """{"search":"siber"}""")),
        new("POST /api/v1/registry/competencies/search", new(
            "The competencies", "For LAN, by part of the code, family or name.", """{"rows":[{"code":"DIGITAL","family":"TEKNIS","name":"Literasi digital"}],"next":null}""", """{"search":"digital"}""")),
    ]);

    private static Dictionary<string, ApiCall> Running => new()
    {
        ["GET /api/v1/stream"] = new("How far behind is the statement stream?", "For LAN. Without partitions where the stream is the embedded one.",
            """{"consistentThrough":"2026-03-14T03:00:00+00:00","lagMessages":0,"lagSeconds":0,"partitions":[{"partition":0,"owner":"lrs-1","accepted":51022,"stored":51022,"lagMessages":0,"lagSeconds":0}]}"""),
        ["GET /api/v1/set-aside"] = new("What could not be stored, with the reason", "For LAN; the newest first. Empty where the stream is the embedded one, which keeps nothing back.",
            """[{"id":"8a3f6a0e-6a55-4c5b-9a0a-0d6c1b7f2f10","setAsideAt":"2026-03-14T03:00:00+00:00","reason":"Conflict","detail":"Another statement of this id was stored first.","statementId":"0c0c0c0c-0000-4000-8000-000000000001","provider":"belajar.id","partition":0,"offset":1702,"drivenAt":null}]"""),
        ["POST /api/v1/set-aside/{id}/drive"] = new("Try one again that was set aside", "For LAN.", """{"driven":1}""", "", (404, "Nothing was set aside under this id.")),
        ["POST /api/v1/set-aside/drive-all"] = new("Try all again that were set aside", "For LAN.", """{"driven":3}"""),
        ["GET /api/v1/rule-packs"] = new(
            "The rules that hold, each with its law", "For LAN. In the order of their time.",
            """[{"name":"lan-10-2018","legalBasis":"Peraturan LAN 10/2018","validFrom":"2018-01-01","validTo":null,"minutesPerJp":45,"qualifyingVerbs":["http://adlnet.gov/expapi/verbs/completed"],"requirements":[{"employmentType":"PNS","minJp":20,"maxJp":null,"period":"CALENDAR_YEAR","validFrom":"2017-04-07","validTo":null,"legalBasis":"PP 11/2017 Ps 203(4)"}],"targets":[],"forms":[{"code":"ELEARNING","siasnId":16,"basis":"Programme","national":1,"international":1,"eventsPerMonth":null,"jpPerDay":3,"jpPerDayInternational":4,"legalBasis":"Peraturan LAN 10/2018"}],"competencies":["GEN.DIGLIT"]}]"""),
        ["POST /api/v1/rule-packs/preview"] = new(
            "What would another rule pack change?",
            "For LAN. Computes a sample of people in a year by the packs that hold and by these with the given one among them, in the place of its namesake or as one more; stores nothing.",
            $$$"""{"pack":"lan-2027","year":2026,"people":998,"before":{"met":640,"unmet":330,"exempt":12,"notRequired":16,"countedJp":17420.5},"after":{"met":598,"unmet":372,"exempt":12,"notRequired":16,"countedJp":16020},"changed":410,"examples":[{"personId":"{{{PersonId}}}","agencyCode":"BMKG","before":{"countedJp":21,"minJp":20,"status":"MET"},"after":{"countedJp":18,"minJp":20,"status":"UNMET"}}]}""",
            """{"pack":"pack: lan-2027\nlegal_basis: ...","year":2026,"people":1000}""", (400, "The pack cannot be used: `detail` names the line and what was expected.")),
        ["GET /api/v1/jobs"] = new(
            "What runs on the clock, and how it went", "For LAN. Each with its schedule in words, its last 20 runs, and whether it is failing or overdue.",
            $$"""[{"name":"compute-compliance","description":"Computes the hours of everybody who has changed.","schedule":"every 5 seconds","nextRun":"2026-03-14T03:00:05+00:00","lastSuccess":"2026-03-14T03:00:02+00:00","failing":false,"overdue":false,"runs":[{{Run}}]}]"""),
        ["POST /api/v1/jobs/{name}/runs"] = new(
            "Run a job now", "For LAN. With `wait=true` the answer comes when it has ended (200), else at once with the run's id (202).", Run, "", (404, "There is no job of this name.")),
        ["GET /api/v1/system"] = new(
            "How the system is", "For LAN: stream, store, tables, process, disk. `store` is null while it is starting or away.",
            """{"at":"2026-03-14T03:00:00+00:00","stream":{"isReady":true,"lagSeconds":0.1},"store":{"version":"26.7.3.1","uptimeSeconds":86400,"memoryBytes":268435456,"maxMemoryBytes":1073741824,"queries":1,"merges":0},"tables":[{"name":"statements","rows":51022,"bytes":20971520}],"process":{"startedAt":"2026-03-13T03:00:00+00:00","memoryBytes":209715200,"processors":2},"disk":{"freeBytes":53687091200,"totalBytes":107374182400,"databaseBytes":1048576}}"""),
        ["GET /health/live"] = new("Does the process answer?", "For a balancer or an orchestrator: as text."),
        ["GET /health/ready"] = new("Can statements be accepted?", "As text; 503 while the store is starting or away.", "", "", (503, "Not now.")),
    };

    private static IEnumerable<KeyValuePair<string, ApiCall>> Import(string table, string more) =>
    [
        new($"POST /api/v1/imports/{table}", new(
            $"Import {table} from CSV",
            $"For LAN. UTF-8 with a header row. {more} Good rows are kept, bad ones named by line and column; the same row again changes nothing.",
            Imported, Files[table], (400, "The header is not usable."), (413, "The file is larger than `Imports:MaxBodyBytes`."), (415, "It is not text/csv in UTF-8."))),
        new($"POST /api/v1/imports/{table}/preview", new(
            $"What would importing {table} change?",
            "For LAN. Takes the same file and does nothing: says how many rows are new, different or known, names the first 100 of each with what would change, and every bad row.",
            Preview, Files[table], (400, "The header is not usable."), (413, "The file is larger than `Imports:MaxBodyBytes`."), (415, "It is not text/csv in UTF-8."))),
    ];
}
