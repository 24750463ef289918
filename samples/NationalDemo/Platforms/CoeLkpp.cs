using System.Globalization;
using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>Procurement's centre of excellence. Exams: one registration for all attempts, many fail before they pass, and an
/// exam found to be irregular is voided. Names people by OpenID.</summary>
internal sealed class CoeLkpp : Platform
{
    private const string Site = "https://ppsdm.lkpp.example/pelatihan/";

    public override string Provider => "coe-lkpp";
    public override string Name => "CoE Pengadaan (LKPP)";

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Site + "pbj-level-1", "Pengadaan Barang/Jasa Tingkat Dasar Level 1", "TECHNICAL", 24)
            { Competencies = "TEK.PBJ", Popularity = 1.2 },
        new(Site + "kontrak", "Pengelolaan Kontrak Pengadaan", "TECHNICAL", 16) { Competencies = "TEK.PBJ" },
        new(Site + "katalog-elektronik", "Belanja lewat Katalog Elektronik", "ELEARNING", 6)
            { Competencies = "TEK.PBJ;GEN.DIGLIT", Popularity = 1.4 },
        new(Site + "jf-pengelola-pbj", "Fungsional Pengelola Pengadaan", "FUNCTIONAL", 40)
            { Competencies = "TEK.PBJ", Popularity = 0.4 },
    ];

    public override double Appeal(Person person) =>
        person.Agency.Code == "LKPP" ? 5 : WorksIn(person, "Pengadaan") ? 6 : 0.25;

    public override Ifi Identify(Person person) =>
        Ifi.OpenId(string.Create(CultureInfo.InvariantCulture, $"https://id.lkpp.example/{Slug(person.Name)}-{person.Number + 1}"));

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        var chance = taken.Chance("exam");
        for (var day = 0; day < taken.Days.Length; day++)
            yield return InExam(taken, Say(taken, $"open-{day}", Verb.Initialized, taken.At(day)));
        var attempt = 1;
        for (; attempt < 3 && chance.Hits(0.3); attempt++)
            yield return Attempt(taken, attempt, chance.Between(25, 69));
        var passed = Attempt(taken, attempt, chance.Between(70, 98));
        yield return passed;
        if (chance.Hits(0.01))
            yield return InExam(taken, Say(taken, "void", Verb.Voided, taken.AtEnd(600))) with { Voids = passed.Id };
    }

    private Draft Attempt(Participation taken, int attempt, int score) =>
        InExam(taken, Say(taken, $"attempt-{attempt}", score < 70 ? Verb.Failed : Verb.Passed, taken.AtEnd(90 * attempt))) with
        {
            Result = new Outcome { Scaled = score / 100.0, Raw = score, Success = score >= 70, Duration = "PT1H30M" },
            Extensions = score < 70 ? [] : [Extension.Certificate(taken.Certificate("PBJ"))],
        };

    private static Draft InExam(Participation taken, Draft draft) =>
        draft with { Registration = taken.Id("registration") };
}
