using System.Globalization;
using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>ASN Unggul, LAN's own LMS, for the four competencies everyone needs. Strict cmi5: a registration, launched,
/// initialized, completed, passed, terminated, and satisfied for the whole.</summary>
internal sealed class AsnUnggul : Platform
{
    private const string Home = "https://asn-unggul.lan.example";
    private static readonly Thing Cmi5 = new("https://w3id.org/xapi/cmi5/context/categories/cmi5");

    public override string Provider => "asn-unggul";
    public override string Name => "ASN Unggul (LMS LAN)";
    public override int BatchSize => 100;
    public override double BatchesSentTwice => 0.02;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        Made("literasi-digital-1", "Literasi Digital ASN: Dasar", "ELEARNING", 6, "GEN.DIGLIT", 1.8),
        Made("literasi-digital-2", "Literasi Digital ASN: Lanjutan", "KURSUS", 10, "GEN.DIGLIT", 0.9),
        Made("data-1", "Analitik Data untuk Semua", "ELEARNING", 6, "GEN.DATA", 1.5),
        Made("data-2", "Dasbor dan Bukti Kebijakan", "KURSUS", 12, "GEN.DATA", 0.7),
        Made("siber-1", "Keamanan Siber Sehari-hari", "ELEARNING", 4, "GEN.CYBER", 1.8),
        Made("siber-2", "Tanggap Insiden Siber Instansi", "KURSUS", 10, "GEN.CYBER;GEN.PROBSOLV", 0.5),
        Made("solusi-1", "Pemecahan Masalah Terstruktur", "ELEARNING", 6, "GEN.PROBSOLV", 1.4),
        Made("manajerial", "Manajemen Kinerja Tim", "MANAGERIAL", 12, "MAN.PENGEMBANGAN", 0.6),
    ];

    public override double Appeal(Person person) => 1.2;

    public override Ifi Identify(Person person) =>
        Ifi.Account(Home, string.Create(CultureInfo.InvariantCulture, $"u-{900_000 - person.Number * 7:D6}"));

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        var chance = taken.Chance("cmi5");
        foreach (var day in taken.DaysBeforeLast)
            yield return Session(taken, $"init-{day}", Verb.Initialized, taken.At(day));
        if (chance.Hits(0.12))
            yield return Session(taken, "failed", Verb.Failed, taken.AtEnd(42)) with { Result = Mastery(chance.Between(20, 69)) };
        yield return Session(taken, "passed", Verb.Passed, taken.AtEnd(55)) with { Result = Mastery(chance.Between(70, 100)) };
        yield return Session(taken, "end", Verb.Terminated, taken.AtEnd(56)) with { Result = new Outcome { Duration = "PT40M" } };
        yield return Session(taken, "satisfied", Verb.Satisfied, taken.AtEnd(57)) with
        {
            Extensions = [Extension.Certificate(taken.Certificate("LAN"))],
        };
    }

    private Draft Session(Participation taken, string what, Verb verb, DateTimeOffset when) =>
        Say(taken, what, verb, when) with { Registration = taken.Id("registration"), Category = Cmi5 };

    private static Outcome Mastery(int score) =>
        new() { Scaled = score / 100.0, Success = score >= 70, Duration = "PT12M30.25S" };

    protected override Thing Describe(Course course) =>
        new(course.Iri, course.Title, "https://w3id.org/xapi/cmi5/activitytype/course");

    private static Course Made(string name, string title, string form, decimal jp, string competencies, double popularity) =>
        new($"{Home}/cmi5/{name}", title, form, jp) { Competencies = competencies, Popularity = popularity };
}
