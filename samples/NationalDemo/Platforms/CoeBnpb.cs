using System.Globalization;
using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>Disaster management's centre of excellence. Classes in the field, without a network: the statements arrive in large
/// batches more than two months later, in local time with its offset.</summary>
internal sealed class CoeBnpb : Platform
{
    private const string Home = "https://pusdiklat.bnpb.example";
    private const string Site = Home + "/diklat/";

    public override string Provider => "coe-bnpb";
    public override string Name => "CoE Kebencanaan (BNPB)";
    public override int BatchSize => 100;
    public override int DaysLate => 75;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Site + "manajemen-darurat", "Manajemen Darurat Bencana", "TECHNICAL", 20) { Competencies = "TEK.BENCANA" },
        new(Site + "kaji-cepat", "Bimtek Kaji Cepat Bencana", "BIMTEK", 10)
            { Competencies = "TEK.BENCANA;GEN.PROBSOLV", Popularity = 1.3 },
        new(Site + "urban-search", "Urban Search and Rescue (INSARAG)", "BIMTEK", 10)
            { Level = "INTERNATIONAL", Competencies = "TEK.BENCANA", Popularity = 0.5 },
        new(Site + "desa-tangguh", "Sosialisasi Desa Tangguh Bencana", "SOSIALISASI")
            { Units = 1, Competencies = "TEK.BENCANA", Sessions = [(2, 17), (4, 22), (6, 9), (9, 16)] },
        new(Site + "gladi-alam-terbuka", "Gladi Tim di Alam Terbuka", "OUTBOUND", 8)
            { Competencies = "MAN.KERJASAMA", Popularity = 0.7 },
    ];

    public override double Appeal(Person person) => person.Agency.Code == "BNPB" ? 6 : WorksIn(person, "BPBD") ? 6 : 0.12;

    public override Ifi Identify(Person person) =>
        Ifi.Account(Home, string.Create(CultureInfo.InvariantCulture, $"peserta-{person.Number + 1:D6}"));

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        yield return Say(taken, "enrol", Verb.Registered, taken.At(0, -30));
        for (var day = 0; day < taken.Days.Length; day++)
            yield return Say(taken, $"sign-in-{day}", Verb.Initialized, taken.At(day));
        yield return Say(taken, "completed", Verb.Completed, taken.AtEnd(420)) with
        {
            Result = new Outcome { Success = true, Completion = true, Duration = $"P{taken.Days.Length}D" },
            Extensions = [Extension.Certificate(taken.Certificate("PB"))],
        };
    }

    public override string Stamp(DateTimeOffset when) => LocalStamp(when);
}
