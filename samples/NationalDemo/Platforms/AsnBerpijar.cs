using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>ASN Berpijar on Pijar LMS. Own code, xAPI 1.0.3: knows people by mail, reports progress day by day, certificates,
/// sends batches again when an answer is slow, and voids a completion whose certificate was wrong.</summary>
internal sealed class AsnBerpijar : Platform
{
    private const string Site = "https://berpijar.pijar.example/course/";

    public override string Provider => "asn-berpijar";
    public override string Name => "ASN Berpijar (Pijar LMS)";
    public override double BatchesSentTwice => 0.05;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Site + "future-media-management", "Future of Media Management", "ELEARNING", 9)
            { Competencies = "TEK.MEDIA;GEN.DIGLIT", Popularity = 1.4 },
        new(Site + "uiux-public-sector", "UX/UI Models for Public Sector", "ELEARNING", 6)
            { Competencies = "TEK.LAYANAN;GEN.PROBSOLV", Popularity = 1.6 },
        new(Site + "government-branding", "Government Organisation Branding", "ELEARNING", 6)
            { Competencies = "TEK.MEDIA", Popularity = 1.3 },
        new(Site + "komunikasi-krisis", "Komunikasi Publik di Masa Krisis", "KURSUS", 8) { Competencies = "MAN.KOMUNIKASI" },
        new(Site + "kepemimpinan-kolaboratif", "Kepemimpinan Kolaboratif", "PJJ", 10)
            { Competencies = "MAN.KERJASAMA", Popularity = 0.7 },
        // Opened before anyone told LAN: what is learned there waits to be recognised.
        new(Site + "podcast-pemerintah", "Membuat Podcast Pemerintah", "ELEARNING", 4) { Registered = false, Popularity = 0.25 },
    ];

    public override double Appeal(Person person) => person.Agency.IsCentral ? 1.2 : 2.0;

    public override Ifi Identify(Person person) => Ifi.Mbox(WorkMail(person));

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        var chance = taken.Chance("berpijar");
        if (chance.Hits(0.4))
            yield return Tagged(taken, Say(taken, "enrol", Verb.Registered, taken.At(0, -10)));
        foreach (var day in taken.DaysBeforeLast)
        {
            var percent = 100 * (day + 1) / taken.Days.Length;
            yield return Tagged(taken, Say(taken, $"progress-{day}", Verb.Progressed, taken.At(day)))
                with { Result = new Outcome { Extensions = [Extension.Progress(percent)] } };
        }
        if (chance.Hits(0.07))
            yield return Tagged(taken, Scored(Say(taken, "quiz", Verb.Failed, taken.AtEnd(20)), chance.Between(30, 64), false));
        var completed = Completed(taken, chance.Between(70, 100), "completed", 60);
        yield return completed;
        if (chance.Hits(0.012))
        {
            yield return Say(taken, "void", Verb.Voided, taken.AtEnd(90)) with { Voids = completed.Id };
            yield return Completed(taken, chance.Between(70, 100), "completed-again", 95);
        }
    }

    private Draft Completed(Participation taken, int score, string what, int minutesLater) =>
        Tagged(taken, Scored(Say(taken, what, Verb.Completed, taken.AtEnd(minutesLater)), score, true))
            with { Extensions = [Extension.Certificate(taken.Certificate("BPJ"))] };

    private static Draft Scored(Draft draft, int score, bool passed) => draft with
    {
        Result = new Outcome { Scaled = score / 100.0, Raw = score, Success = passed, Completion = passed },
    };

    private static Draft Tagged(Participation taken, Draft draft) => draft with
    {
        Actor = draft.Actor with { Name = taken.Person.Name }, Platform = "Pijar LMS", Language = "id",
    };
}
