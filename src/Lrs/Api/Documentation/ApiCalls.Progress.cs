namespace Lrs.Api.Documentation;

/// <summary>How a year goes; an agency's own learners whom nobody is known by; what activities count for.</summary>
internal static partial class ApiCalls
{
    private const string Days = """
        {"year":2026,"people":640,"required":610,"metAtStart":0,"computedAt":"2026-03-14T03:00:00+00:00","days":[{"date":"2026-03-14","credits":21,"countedJp":140.5,"met":4}]}
        """;

    private const string Group = """[{"name":"Biro SDM","people":64,"met":41,"unmet":20,"exempt":1,"notRequired":2,"countedJp":1120.5,"meanJp":17.5}]""";

    private static readonly (int, string) NoAgency = (404, "No agency has this code.");

    private static Dictionary<string, ApiCall> Progress => new()
    {
        ["GET /api/v1/compliance/days"] = new(
            "The nation's year, day by day",
            "For LAN. Credits, the hours that count, and how many people reached their minimum on each day. Added up to a day, over `required` and `people`, they say how far the nation was then; the year before, asked for in the same way, is last year's line.",
            Days, "", WrongYear),
        ["GET /api/v1/compliance/months"] = new(
            "Every agency's year, month by month", "For LAN. Twelve places each, January first. Agencies where nothing was learnt are left out.",
            """{"year":2026,"agencies":[{"code":"BMKG","credits":[12,18,21,0,0,0,0,0,0,0,0,0],"countedJp":[80,121.5,140,0,0,0,0,0,0,0,0,0],"met":[0,2,4,0,0,0,0,0,0,0,0,0]}]}""",
            "", WrongYear),
        ["GET /api/v1/compliance/position-groups"] = new("The nation's year by position group", "For LAN. `name` \"\" is those without one.", Group, "", WrongYear),
        ["GET /api/v1/agencies/{code}/compliance/days"] = new("An agency's year, day by day", "For LAN and the agency. As the nation's.", Days, "", WrongYear, NoAgency),
        ["GET /api/v1/agencies/{code}/compliance/units"] = new("An agency's year by unit", "For LAN and the agency. `name` \"\" is those without one.", Group, "", WrongYear, NoAgency),
        ["GET /api/v1/agencies/{code}/compliance/position-groups"] = new("An agency's year by position group", "For LAN and the agency.", Group, "", WrongYear, NoAgency),
        ["GET /api/v1/agencies/{code}/unresolved/people"] = new(
            "An agency's own learners whom nobody is known by",
            "For LAN and the agency. Those whose mail domain, or the site their account is of, is the agency's: at least three of its people, and four of five of all who are known by it. At most 500. Kept in the access log.",
            """[{"ifi":"mailto:w.sutama@bmkg.example","kind":"mbox","providers":["belajar.id"],"statements":12,"lastDay":"2026-03-14"}]"""),
        ["POST /api/v1/agencies/{code}/unresolved/people/mappings"] = new(
            "Say which of the agency's people a learner is", "For LAN and the agency. Only a learner of the list, and a person of the agency. What they learnt counts within a minute.",
            "", $$"""{"ifi":"mailto:w.sutama@bmkg.example","personId":"{{PersonId}}"}""", (400, "The learner is none of the list, or the person nobody of the agency.")),
        ["GET /api/v1/providers/{provider}/activities"] = new(
            "What a platform's registered activities count for",
            "For LAN, and for the platform's own credentials and users. By the rules of today, before the caps of a day or month and those of a person's year. `countsJp` is null where a verifier decides, where each statement says its hours, or where no rule knows the form. At most 2,000.",
            """[{"activityIri":"https://lms.example.go.id/course/7","title":"Keamanan Siber","form":"ELEARNING","level":"NATIONAL","jp":10,"units":null,"countsJp":10,"basis":"PROGRAMME","value":1,"jpPerDay":3,"eventsPerMonth":null,"competencies":["GEN.CYBER"],"validFrom":null,"validTo":null}]"""),
    };
}
