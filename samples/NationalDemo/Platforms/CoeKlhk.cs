using System.Globalization;
using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>Environment and forestry's centre of excellence. Own code over a poor line: one batch in seven goes out twice, and
/// its accounts are the names people chose.</summary>
internal sealed class CoeKlhk : Platform
{
    private const string Home = "https://pusdiklat.lhk.example";
    private const string Site = Home + "/program/";

    public override string Provider => "coe-klhk";
    public override string Name => "CoE Lingkungan Hidup dan Kehutanan (KLHK)";
    public override double BatchesSentTwice => 0.15;
    public override double UnknownLearners => 0.1;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Site + "amdal", "Penilai AMDAL", "TECHNICAL", 20) { Competencies = "TEK.LINGKUNGAN" },
        new(Site + "pengelolaan-sampah", "Pengelolaan Sampah Perkotaan", "BIMTEK", 8)
            { Competencies = "TEK.LINGKUNGAN", Popularity = 1.4 },
        new(Site + "polisi-hutan", "Penataran Polisi Kehutanan", "PENATARAN", 16)
            { Competencies = "TEK.LINGKUNGAN", Popularity = 0.6 },
        new(Site + "magang-taman-nasional", "Magang di Taman Nasional", "MAGANG")
            { Units = 1, Competencies = "TEK.LINGKUNGAN", Popularity = 0.25 },
        new(Site + "patok-banding-karbon", "Carbon Market Study Visit", "BENCHMARK")
            { Units = 1, Level = "INTERNATIONAL", Popularity = 0.15 },
    ];

    public override double Appeal(Person person) =>
        person.Agency.Code == "KLH" ? 6 : WorksIn(person, "Lingkungan Hidup") ? 5 : 0.08;

    public override Ifi Identify(Person person) =>
        Ifi.Account(Home, string.Create(CultureInfo.InvariantCulture, $"{Slug(person.Name)}{person.Number % 97:D2}.{person.Number}"));

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        for (var day = 0; day < taken.Days.Length; day++)
            yield return Say(taken, $"present-{day}", Verb.Initialized, taken.At(day));
        yield return Say(taken, "completed", Verb.Completed, taken.AtEnd(240)) with
        {
            Result = new Outcome { Completion = true, Success = true },
            Extensions = [Extension.Certificate(taken.Certificate("LHK"))],
        };
    }

    public override string Stamp(DateTimeOffset when) => LocalStamp(when);
}
