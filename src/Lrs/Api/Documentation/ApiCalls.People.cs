namespace Lrs.Api.Documentation;

/// <summary>People and their records, agencies and the nation.</summary>
internal static partial class ApiCalls
{
    private const string Credit = $$"""
        {"statementId":"{{AStatementId}}","activityIri":"https://lms.example.go.id/course/7","title":"Keamanan Siber","provider":"belajar.id","form":"ELEARNING",
         "level":"NATIONAL","date":"2026-03-14","claimedJp":10,"convertedJp":10,"countedJp":9,"reductions":[{"rule":"jp_per_day","jp":1}]}
        """;

    private const string Totals = """
        "year":2026,"people":640,"met":412,"unmet":198,"exempt":12,"notRequired":18,"countedJp":11204.5,"meanJp":17.5,"computedAt":"2026-03-14T03:00:00+00:00",
        "byEmploymentType":[{"employmentType":"PNS","people":640,"met":412,"unmet":198,"exempt":12,"notRequired":18,"countedJp":11204.5,"meanJp":17.5}],
        "byForm":[{"form":"ELEARNING","credits":1804,"people":590,"claimedJp":13020,"convertedJp":12100,"countedJp":11204.5}],
        "byProvider":[{"provider":"belajar.id","credits":1804,"people":590,"claimedJp":13020,"convertedJp":12100,"countedJp":11204.5}],
        "byCompetency":[{"competency":"DIGITAL","name":"Literasi digital","people":402,"share":0.628}],
        "byMonth":[{"month":3,"credits":210,"countedJp":1402.5,"byForm":[{"form":"ELEARNING","countedJp":1402.5}]}]
        """;

    private const string ManualEntry = $$"""
        {"entryId":"8a3f6a0e-6a55-4c5b-9a0a-0d6c1b7f2f10","personId":"{{PersonId}}","statementId":"{{AStatementId}}","jp":12,"reason":"Laporan magang diperiksa",
         "enteredBy":"user:siti@bmkg.go.id","enteredAt":"2026-03-14T03:00:00+00:00"}
        """;

    private static readonly (int, string) NoClaim = (404, "No person and statement of these ids make such a claim, or not of a person the caller may see.");

    private static Dictionary<string, ApiCall> People => new()
    {
        ["POST /api/v1/people/lookup"] = new(
            "Find a person by NIP", "For LAN, and for an agency among its own people. The NIP stands in the body so that no log and no address holds it. The look is kept in the access log.",
            $$"""{"personId":"{{PersonId}}","name":"Wayan Sutama","agencyCode":"BMKG","employmentType":"PNS"}""", """{"nip":"199203032016031003"}""",
            (404, "The NIP is nobody's, or of nobody the caller may see.")),
        ["GET /api/v1/people/{personId}/compliance"] = new(
            "A person's hours of a year, by the rules", "For LAN, the person's agency, and the person. Every credit with what was claimed, converted and counted, and every cut with its rule. Kept in the access log.",
            $$"""{"personId":"{{PersonId}}","year":2026,"employmentType":"PNS","agencyCode":"BMKG","claimedJp":31,"convertedJp":24,"countedJp":21,"status":"MET","credits":[{{Credit}}]}""",
            "", WrongYear, NobodyKnown),
        ["GET /api/v1/people/{personId}/transcript"] = new(
            "A person's transcript, with every cut explained", "As above, with each conversion and cut as a sentence in Indonesian and English and the law it rests on. Kept in the access log.",
            $$"""{"personId":"{{PersonId}}","name":"Wayan Sutama","year":2026,"employmentType":"PNS","agencyCode":"BMKG","agencyName":"Badan Meteorologi, Klimatologi, dan Geofisika","claimedJp":31,"convertedJp":24,"countedJp":21,"status":"MET","credits":[]}""",
            "", WrongYear, NobodyKnown),
        ["GET /api/v1/people/{personId}/transcript.pdf"] = new(
            "A person's transcript on paper", "PDF/A with a verification code that anybody who holds it can check. Kept in the access log.", "", "", WrongYear, NobodyKnown),
        ["GET /api/v1/verifications/{code}"] = new(
            "Is a printed transcript genuine, and still true?", "For everybody who holds one. It names nobody. `unchanged` is false where figures have changed since.",
            """{"code":"7QK2M-X4T9A-BC3DE-FGH56","initials":"W. S.","agencyName":"Badan Meteorologi, Klimatologi, dan Geofisika","employmentType":"PNS","year":2026,"countedJp":21,"minJp":20,"status":"MET","issuedAt":"2026-03-14T03:00:00+00:00","unchanged":true,"pdfSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""",
            "", (404, "No transcript was issued with this code.")),
        ["GET /api/v1/manual-claims"] = new(
            "Claims whose JP a verifier enters", "For LAN, and for an agency of its own people; the oldest first. `year` 0 is every year.",
            $$"""{"claims":[{"date":"2026-03-14","personId":"{{PersonId}}","statementId":"{{AStatementId}}","agencyCode":"BMKG","activityIri":"https://lms.example.go.id/ojt/1","title":"Magang","provider":"belajar.id","form":"OJT","level":"NATIONAL","claimedJp":12,"name":"Wayan Sutama"}],"next":null}"""),
        ["GET /api/v1/people/{personId}/manual-credits/{statementId}"] = new("What verifiers entered for a claim", "The newest counts. Kept in the access log.", $"[{ManualEntry}]", "", NoClaim),
        ["POST /api/v1/people/{personId}/manual-credits/{statementId}"] = new(
            "Enter the JP of a claim", "Counts some seconds later. A further entry takes the place of the one before, which stays in the list.", ManualEntry,
            """{"jp":12,"reason":"Laporan magang diperiksa"}""", (400, "`jp` or `reason` is missing or out of range."), NoClaim, (409, "The claim is a duplicate and counts nothing.")),
        ["GET /api/v1/suspicious/certificates"] = new(
            "Certificates by which two different people claim learning", "For people to judge; nothing of it changes what counts. An agency sees those its people are part of, and of the people its own.",
            $$"""[{"certificateNumber":"LAN/2026/001","people":2,"statements":2,"providers":["belajar.id"],"firstDay":"2026-02-10","lastDay":"2026-03-14","personIds":["{{PersonId}}"],"holders":[{"personId":"{{PersonId}}","name":"Siti Rahmawati","agencyCode":"BMKG"}]}]"""),
    };

    private static Dictionary<string, ApiCall> Agencies => new()
    {
        ["GET /api/v1/agencies"] = new(
            "The agencies a caller may see", "All for LAN, its own for an agency, with how many people are in each today.",
            """[{"code":"BMKG","name":"Badan Meteorologi, Klimatologi, dan Geofisika","kind":"LEMBAGA","parentCode":null,"provinceCode":null,"timezone":"Asia/Jakarta","people":640}]"""),
        ["GET /api/v1/agencies/{code}/compliance"] = new(
            "How an agency stands in a year", "For LAN and the agency. As of the last computation, some seconds behind the statements (`computedAt`).",
            $$"""{"code":"BMKG","name":"Badan Meteorologi, Klimatologi, dan Geofisika",{{Totals}}}""", "", WrongYear, (404, "No agency has this code.")),
        ["GET /api/v1/agencies/{code}/people"] = new(
            "An agency's people: who is behind, and by how much",
            "For LAN and the agency. `status` is MET, UNMET, EXEMPT or NOT_REQUIRED, `search` part of the name, `unit`, `employmentType` and `positionGroup` as the answer has them. Each person shown is kept in the access log.",
            $$"""{"people":[{"personId":"{{PersonId}}","name":"Wayan Sutama","employmentType":"PNS","unit":"Biro SDM","positionGroup":"Fungsional","countedJp":12.5,"minJp":20,"missingJp":7.5,"status":"UNMET"}],"next":null}""",
            "", (400, "`year` or `status` is none that is known.")),
        ["GET /api/v1/compliance"] = new("How the nation stands in a year, with every agency", "For LAN. As of the last computation (`computedAt`).",
            $$"""{{{Totals}},"agencies":[{"code":"BMKG","name":"Badan Meteorologi, Klimatologi, dan Geofisika","people":640,"met":412,"unmet":198,"exempt":12,"notRequired":18,"countedJp":11204.5,"meanJp":17.5,"kind":"LEMBAGA","provinceCode":"31"}],"byProvince":[{"provinceCode":"33","agencies":36,"people":640,"met":412,"unmet":198,"exempt":12,"notRequired":18,"countedJp":11204.5,"meanJp":17.5}]}""",
            "", WrongYear),
    };
}
