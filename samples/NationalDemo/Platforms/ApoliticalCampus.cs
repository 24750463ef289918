using System.Globalization;
using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>Apolitical's Government AI Campus. xAPI 2.0 in English with milliseconds: people sign up by mail, some with a
/// private one; peers meet in communities of practice, named with contextGroups and a facilitator in contextAgents.</summary>
internal sealed class ApoliticalCampus : Platform
{
    private const string Site = "https://campus.apolitical.example/";
    private static readonly Actor Facilitator = new(Ifi.Mbox("facilitator@campus.apolitical.example"), "Campus facilitator");

    public override string Provider => "apolitical-campus";
    public override string Name => "Government AI Campus (Apolitical)";
    public override string Version => "2.0.0";
    public override int BatchSize => 80;
    public override double UnknownLearners => 0.06;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Site + "courses/ai-fundamentals", "AI Fundamentals for Public Servants", "ELEARNING", 8)
            { Level = "INTERNATIONAL", Competencies = "TEK.AI;GEN.DIGLIT", Popularity = 1.6 },
        new(Site + "courses/generative-ai-at-work", "Generative AI at Work", "ELEARNING", 4)
            { Level = "INTERNATIONAL", Competencies = "TEK.AI", Popularity = 1.5 },
        new(Site + "courses/digital-government", "Digital Government Foundations", "ELEARNING", 8)
            { Level = "INTERNATIONAL", Competencies = "GEN.DIGLIT" },
        new(Site + "courses/data-for-policy", "Data for Better Policy", "ELEARNING", 6)
            { Level = "INTERNATIONAL", Competencies = "GEN.DATA" },
        new(Site + "communities/ai-in-government", "Community of Practice: AI in Government", "COP", 4)
            { Level = "INTERNATIONAL", Competencies = "TEK.AI", Popularity = 0.8 },
        new(Site + "communities/service-design", "Community of Practice: Service Design", "COP", 4)
            { Competencies = "TEK.LAYANAN", Popularity = 0.6 },
        new(Site + "courses/responsible-ai", "Responsible AI in Public Services", "ELEARNING", 4)
            { Level = "INTERNATIONAL", Registered = false, Popularity = 0.3 },
    ];

    public override double Appeal(Person person) =>
        person.Agency.Code is "KOMDIGI" or "LAN" or "KEMENPANRB" ? 2.5 : person.Agency.IsCentral ? 1.3 : 0.5;

    public override Ifi Identify(Person person) =>
        Ifi.Mbox(Chance.Of(person.Number, "private mail").Hits(0.12)
            ? string.Create(CultureInfo.InvariantCulture, $"{Slug(person.Name)}{person.Number + 1}@surat.example")
            : WorkMail(person));

    public override IEnumerable<Draft> Tell(Participation taken) =>
        taken.Course.Form == "COP" ? TellOfCommunity(taken) : TellOfCourse(taken);

    private IEnumerable<Draft> TellOfCourse(Participation taken)
    {
        for (var day = 0; day < taken.Days.Length; day++)
        {
            yield return Say(taken, $"module-{day}", Verb.Progressed, taken.At(day)) with
            {
                Object = Module(taken.Course, day + 1),
                Parent = new Thing(taken.Course.Iri),
                Result = new Outcome { Duration = $"PT{taken.Chance($"m{day}").Between(900, 5400)}.5S" },
            };
        }
        yield return Say(taken, "completed", Verb.Completed, taken.AtEnd(45)) with
        {
            Result = new Outcome { Completion = true },
            Extensions = [Extension.Certificate(taken.Certificate("APOL"))],
        };
    }

    private IEnumerable<Draft> TellOfCommunity(Participation taken)
    {
        var community = new Actor(Ifi.Account(Site, Slug(taken.Course.Title)), taken.Course.Title, []);
        for (var day = 0; day < taken.Days.Length; day++)
        {
            yield return Say(taken, $"comment-{day}", Verb.Commented, taken.At(day)) with
            {
                ContextAgents = [(Facilitator, "https://campus.apolitical.example/roles/facilitator")],
                ContextGroups = [(community, "https://campus.apolitical.example/roles/community")],
            };
        }
        yield return Say(taken, "completed", Verb.Completed, taken.AtEnd(30)) with
        {
            Result = new Outcome { Completion = true, Duration = "PT3H" },
            ContextGroups = [(community, "https://campus.apolitical.example/roles/community")],
        };
    }

    private static Thing Module(Course course, int number) =>
        new($"{course.Iri}/modules/{number}", $"Module {number}", "http://adlnet.gov/expapi/activities/module", "en-GB");

    protected override Thing Describe(Course course) =>
        new(course.Iri, course.Title, "http://adlnet.gov/expapi/activities/course", "en-GB");

    public override string Stamp(DateTimeOffset when) =>
        when.AddMilliseconds(when.Second * 7).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
