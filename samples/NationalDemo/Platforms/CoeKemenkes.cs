using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>Health's centre of excellence. Careful with names: people by the hash of their mail only. Some come to a webinar and
/// leave early, which it reports as attended but not complete.</summary>
internal sealed class CoeKemenkes : Platform
{
    private const string Site = "https://pelatihan.kemkes.example/";

    public override string Provider => "coe-kemenkes";
    public override string Name => "CoE Kesehatan (Kemenkes)";
    public override string Version => "2.0.0";
    public override int BatchSize => 60;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Site + "mutu-puskesmas", "Mutu Pelayanan Puskesmas", "TECHNICAL", 16)
            { Competencies = "TEK.KESEHATAN", Popularity = 1.2 },
        new(Site + "kegawatdaruratan", "Kegawatdaruratan Dasar", "PJJ", 12) { Competencies = "TEK.KESEHATAN", Popularity = 1.2 },
        new(Site + "rekam-medis-elektronik", "Rekam Medis Elektronik", "ELEARNING", 6)
            { Competencies = "TEK.KESEHATAN;GEN.DIGLIT" },
        new(Site + "jf-perawat", "Fungsional Perawat Ahli", "FUNCTIONAL", 30)
            { Competencies = "TEK.KESEHATAN", Popularity = 0.5 },
        new(Site + "webinar-stunting", "Webinar Percepatan Penurunan Stunting", "SEMINAR")
            { Units = 1, Competencies = "TEK.KESEHATAN", Sessions = [(2, 25), (4, 7), (7, 22), (11, 12)] },
        new(Site + "who-amr", "WHO Seminar on Antimicrobial Resistance", "SEMINAR")
            { Units = 1, Level = "INTERNATIONAL", Sessions = [(5, 6), (9, 23)], Popularity = 0.5 },
    ];

    public override double Appeal(Person person) =>
        person.Agency.Code == "KEMENKES" ? 7 : WorksIn(person, "Kesehatan", "Puskesmas", "RSUD") ? 6 : 0.05;

    public override Ifi Identify(Person person) => Ifi.HashedMbox(WorkMail(person));

    public override IEnumerable<Draft> Tell(Participation taken) =>
        taken.Course.Form == "SEMINAR" ? TellOfSeminar(taken) : TellOfTraining(taken);

    private IEnumerable<Draft> TellOfSeminar(Participation taken)
    {
        var stayed = !taken.Chance("stay").Hits(0.08);
        yield return Say(taken, "attended", Verb.Attended, taken.AtEnd()) with
        {
            Result = new Outcome { Completion = stayed, Duration = stayed ? "PT5H30M" : "PT45M" },
        };
    }

    private IEnumerable<Draft> TellOfTraining(Participation taken)
    {
        for (var day = 0; day < taken.Days.Length; day++)
            yield return Say(taken, $"session-{day}", Verb.Progressed, taken.At(day));
        var score = taken.Chance("score").Between(68, 100);
        yield return Say(taken, "passed", Verb.Passed, taken.AtEnd(120)) with
        {
            Result = new Outcome { Scaled = score / 100.0, Success = true, Completion = true },
            Extensions = [Extension.Certificate(taken.Certificate("SKP"))],
        };
    }
}
