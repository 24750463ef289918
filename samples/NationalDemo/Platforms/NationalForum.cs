using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>The National Learning Forum and workshops: attendance lists, one Group statement for up to 40 people of an agency,
/// members named by NIP where the badge was scanned and by mail where they wrote themselves in.</summary>
internal sealed class NationalForum : Platform
{
    private const int MostMembers = 40;
    private const string Site = "https://forum.lan.example/acara/";
    private static readonly Thing Events =
        new("https://forum.lan.example/acara", "Forum dan Lokakarya", "http://id.tincanapi.com/activitytype/conference");

    public override string Provider => "national-forum";
    public override string Name => "Forum Pembelajaran Nasional";
    public override int BatchSize => 50;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Site + "nflf", "National Future Learning Forum", "SEMINAR")
            { Units = 2, Level = "INTERNATIONAL", Sessions = [(9, 9)], Popularity = 1.0 },
        new(Site + "lokakarya-data", "Lokakarya Analitik Data", "WORKSHOP")
            { Units = 2, Competencies = "GEN.DATA", Sessions = [(3, 10), (5, 12), (7, 14), (10, 6)], Popularity = 0.7 },
        new(Site + "lokakarya-siber", "Lokakarya Keamanan Siber", "WORKSHOP")
            { Units = 1, Competencies = "GEN.CYBER", Sessions = [(2, 10), (6, 16), (8, 19), (11, 10)], Popularity = 0.8 },
        new(Site + "lokakarya-desain", "Lokakarya Desain Layanan", "WORKSHOP")
            { Units = 1, Competencies = "TEK.LAYANAN;GEN.PROBSOLV", Sessions = [(4, 15), (9, 2), (10, 21)], Popularity = 0.7 },
        new(Site + "global-govtech", "Global GovTech Workshop", "WORKSHOP")
            { Units = 2, Level = "INTERNATIONAL", Competencies = "GEN.DIGLIT", Sessions = [(8, 11)], Popularity = 0.3 },
        new(Site + "sarasehan-integritas", "Sarasehan Integritas ASN", "SEMINAR")
            { Units = 1, Competencies = "MAN.INTEGRITAS", Sessions = [(1, 28), (5, 27), (10, 28)], Popularity = 0.8 },
    ];

    public override double Appeal(Person person) => person.IsLeader ? 2.2 : person.Agency.IsCentral ? 1.1 : 0.8;

    public override Ifi Identify(Person person) =>
        Chance.Of(person.Number, "badge").Hits(0.8) ? Ifi.Nip(person.Nip) : Ifi.Mbox(WorkMail(person));

    public override IEnumerable<Draft> Tell(Participation participation) => TellAll([participation]);

    public override IEnumerable<Draft> TellAll(IReadOnlyList<Participation> participations) =>
        from taken in participations
        group taken by (taken.Course, taken.Start) into session
        from list in session.Chunk(MostMembers)
        select AttendanceOf(list);

    private Draft AttendanceOf(Participation[] list)
    {
        var first = list[0];
        // A hall has one clock: the agency's, at nine in the morning of the first day.
        var opened = first.Person.AgencyOn(first.Start).At(first.Start, new TimeOnly(9, 0));
        var members = list.Select(taken => new Actor(Identify(taken.Person), taken.Person.Name)).ToArray();
        return Say(first, "attendance", Verb.Attended, opened) with
        {
            Actor = new Actor(null, $"Peserta {first.Person.Agency.Code}", members),
            Result = new Outcome { Completion = true },
            Grouping = Events,
        };
    }

    protected override Thing Describe(Course course) =>
        new(course.Iri, course.Title, "http://id.tincanapi.com/activitytype/conference-session");
}
