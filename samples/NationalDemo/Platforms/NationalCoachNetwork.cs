using System.Globalization;
using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>The National Coach Network: one statement a session, with the coach as instructor and the time it took. Coaches type
/// the NIP by hand, and now and then mistype it.</summary>
internal sealed class NationalCoachNetwork : Platform
{
    private const string Home = "https://coach.lan.example";

    public override string Provider => "national-coach-network";
    public override string Name => "National Coach Network";
    public override int BatchSize => 50;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Home + "/program/coaching-kinerja", "Coaching Kinerja", "COACHING")
            { Units = 1, Competencies = "MAN.PENGEMBANGAN", Popularity = 1.3 },
        new(Home + "/program/coaching-kepemimpinan", "Coaching Kepemimpinan Perubahan", "COACHING")
            { Units = 1, Competencies = "MAN.KEPUTUSAN" },
        new(Home + "/program/mentoring-cpns", "Mentoring Pegawai Baru", "MENTORING")
            { Units = 1, Competencies = "MAN.PENGEMBANGAN" },
    ];

    public override double Appeal(Person person) => person.IsLeader ? 3 : person.EmploymentType == "CPNS" ? 2 : 0.5;

    public override Ifi Identify(Person person) =>
        Chance.Of(person.Number, "typed by hand").Hits(0.02) ? Ifi.Nip(Mistyped(person.Nip)) : Ifi.Nip(person.Nip);

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        var chance = taken.Chance("session");
        // One coach stays with a person through all sessions of a series.
        var coach = Chance.Of(taken.Seed, "coach", taken.Person.Number).Between(1, 120);
        yield return Say(taken, "session", Verb.Attended, taken.AtEnd()) with
        {
            Result = new Outcome { Duration = string.Create(CultureInfo.InvariantCulture, $"PT{chance.Between(45, 110)}M") },
            Instructor = new Actor(Ifi.Account(Home, $"coach-{coach}"), $"Coach {coach}"),
            Platform = "NCN",
        };
    }

    protected override Thing Describe(Course course) =>
        new(course.Iri, course.Title, "http://adlnet.gov/expapi/activities/meeting");

    /// <summary>A digit too few: no NIP of anyone.</summary>
    private static string Mistyped(string nip) => nip[..^1];
}
