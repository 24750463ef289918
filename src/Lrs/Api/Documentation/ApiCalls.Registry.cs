namespace Lrs.Api.Documentation;

/// <summary>The registry, jobs and health.</summary>
internal static partial class ApiCalls
{
    private const string Imported = """{"accepted":2,"changed":1,"rejectedCount":1,"rejected":[{"line":4,"column":"kind","reason":"expected KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN or KOTA"}]}""";

    private const string Run = """
        {"id":"8a3f6a0e-6a55-4c5b-9a0a-0d6c1b7f2f10","startedAt":"2026-03-14T03:00:00+00:00","finishedAt":"2026-03-14T03:00:02+00:00","seconds":2.1,"rows":640,
         "outcome":"succeeded","error":null,"note":null}
        """;

    private static Dictionary<string, ApiCall> Registry => new()
    {
        ["POST /api/v1/imports/agencies"] = Import("agencies", "`kind` is KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN or KOTA; `timezone` IANA's.",
            "agency_code,name,kind,parent_code,province_code,timezone\nBMKG,\"Badan Meteorologi, Klimatologi, dan Geofisika\",LEMBAGA,,,Asia/Jakarta\n"),
        ["POST /api/v1/imports/people"] = Import("people", "A row is a spell of employment: `employment_type` PNS, CPNS, PPPK or PPPK_PARUH_WAKTU.",
            "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason\n199203032016031003,Wayan Sutama,PNS,BMKG,Biro SDM,Fungsional,2016-03-01,,,,\n"),
        ["POST /api/v1/imports/identifiers"] = Import("identifiers", "By which learners are known beside their NIP: `ifi_kind` mbox, mbox_sha1sum, openid or account (`homePage|name`).",
            "ifi_kind,ifi_value,nip,valid_from,valid_to\naccount,https://lms.example.go.id|17,199203032016031003,,\n"),
        ["POST /api/v1/imports/activities"] = Import("activities", "What counts, and for how much: a row is known by `activity_iri` and `valid_from`.",
            "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to\nhttps://lms.example.go.id/course/7,Keamanan Siber,belajar.id,ELEARNING,10,,NATIONAL,DIGITAL,,\n"),
        ["POST /api/v1/imports/competencies"] = Import("competencies", "Of a `family` each.", "code,family,name\nDIGITAL,TEKNIS,Literasi digital\n"),
    };

    private static Dictionary<string, ApiCall> Running => new()
    {
        ["GET /api/v1/jobs"] = new(
            "What runs on the clock, and how it went", "For LAN. Each with its schedule in words, its last 20 runs, and whether it is failing or overdue.",
            $$"""[{"name":"compute-compliance","description":"Computes the hours of everybody who has changed.","schedule":"every 5 seconds","nextRun":"2026-03-14T03:00:05+00:00","lastSuccess":"2026-03-14T03:00:02+00:00","failing":false,"overdue":false,"runs":[{{Run}}]}]"""),
        ["POST /api/v1/jobs/{name}/runs"] = new(
            "Run a job now", "For LAN. With `wait=true` the answer comes when it has ended (200), else at once with the run's id (202).", Run, "", (404, "There is no job of this name.")),
        ["GET /health/live"] = new("Does the process answer?", "For a balancer or an orchestrator: as text."),
        ["GET /health/ready"] = new("Can statements be accepted?", "As text; 503 while the store is starting or away.", "", "", (503, "Not now.")),
    };

    private static ApiCall Import(string what, string more, string csv) => new(
        $"Import {what} from CSV",
        $"For LAN. UTF-8 with a header row. {more} Good rows are kept, bad ones named by line and column; the same row again changes nothing.",
        Imported, csv, (400, "The header is not usable."), (413, "The file is larger than `Imports:MaxBodyBytes`."), (415, "It is not text/csv in UTF-8."));
}
