using System.Globalization;
using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>Agriculture's centre of excellence: a Moodle as it comes, which names people by its own numbers and, when its
/// history is sent again, repeats completions without an id to know them by.</summary>
internal sealed class CoeKementan : MoodleSite
{
    protected override string Site => "https://elearning.bppsdmp.example";
    public override string Provider => "coe-kementan";
    public override string Name => "CoE Pertanian (Pusat Pelatihan Pertanian)";
    public override int BatchSize => 100;
    public override double UnknownLearners => 0.08;

    public override IReadOnlyList<Course> Courses { get; }

    public CoeKementan() => Courses =
    [
        Numbered(204, "Fungsional Penyuluh Pertanian Ahli", "FUNCTIONAL", 30),
        Numbered(207, "Budidaya Padi Hemat Air", "TECHNICAL", 12) with { Popularity = 1.3 },
        Numbered(211, "Pertanian Presisi dan Data Lahan", "KURSUS", 8) with { Competencies = "TEK.PERTANIAN;GEN.DATA" },
        Numbered(215, "Detasering Penyuluh", "DETASERING", null) with { Units = 1, Popularity = 0.2 },
        Numbered(219, "Sosialisasi Asuransi Usaha Tani", "SOSIALISASI", null)
            with { Units = 1, Sessions = [(3, 12), (5, 20), (8, 5), (10, 14)] },
    ];

    public override double Appeal(Person person) =>
        person.Agency.Code == "KEMENTAN" ? 6 : WorksIn(person, "Pertanian") ? 5 : 0.05;

    public override Ifi Identify(Person person) =>
        Ifi.Account(Site, (2 + person.Number * 3).ToString(CultureInfo.InvariantCulture));

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        foreach (var draft in base.Tell(taken))
            yield return draft;
        if (taken.Chance("history").Hits(0.05))
            yield return Logged(taken, Verb.Completed, taken.AtEnd(50));
    }

    private Course Numbered(int id, string title, string form, decimal? jp) =>
        new($"{Site}/course/view.php?id={id}", title, form, jp) { Competencies = "TEK.PERTANIAN" };
}
