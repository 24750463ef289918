using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>LAN's learning marketplace. xAPI 2.0 by NIP: many small offers whose hours it states itself, by extension or by
/// duration; learners rate them; and it passes on completions of ASN Berpijar under the same certificate number.</summary>
internal sealed class LearningMarketplace : Platform
{
    private const string Site = "https://marketplace.lan.example/konten/";

    private static readonly Course Relisted =
        new(Site + "mitra/asn-berpijar", "Kursus mitra: ASN Berpijar", "KURSUS") { StatedJp = 6, Popularity = 0 };

    public override string Provider => "learning-marketplace";
    public override string Name => "LAN Learning Marketplace";
    public override string Version => "2.0.0";
    public override int BatchSize => 100;

    public override IReadOnlyList<Course> Courses { get; } =
    [
        new(Site + "berpikir-kritis", "Berpikir Kritis dan Pemecahan Masalah", "SELF_LEARN")
            { StatedJp = 4, Competencies = "GEN.PROBSOLV", Popularity = 1.3 },
        new(Site + "etika-digital", "Etika di Ruang Digital", "SELF_LEARN")
            { StatedJp = 2, Competencies = "GEN.DIGLIT", Popularity = 1.4 },
        new(Site + "inovasi-layanan", "Inovasi Layanan Publik", "SELF_LEARN") { StatedJp = 4, Competencies = "TEK.LAYANAN" },
        new(Site + "public-value", "Creating Public Value", "SELF_LEARN")
            { StatedJp = 4, Level = "INTERNATIONAL", Popularity = 0.5 },
        new(Site + "analisis-kebijakan", "Analisis Kebijakan untuk Pelaksana", "KURSUS")
            { StatedJp = 10, Competencies = "GEN.PROBSOLV;MAN.KEPUTUSAN" },
        new(Site + "menulis-naskah-dinas", "Menulis Naskah Dinas", "KURSUS")
            { StatedJp = 6, Competencies = "MAN.KOMUNIKASI", Popularity = 1.2 },
        new(Site + "wawasan-kebangsaan", "Wawasan Kebangsaan", "KURSUS") { StatedJp = 5, Competencies = "SOS.PEREKAT" },
        Relisted,
    ];

    public override double Appeal(Person person) => 1.5;

    public override Ifi Identify(Person person) => Ifi.Nip(person.Nip);

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        foreach (var day in taken.DaysBeforeLast)
            yield return Say(taken, $"open-{day}", Verb.Launched, taken.At(day));
        yield return taken.Course.Form == "SELF_LEARN" ? Studied(taken) : Finished(taken);
        var chance = taken.Chance("rating");
        if (chance.Hits(0.3))
        {
            yield return Say(taken, "rated", Verb.Rated, taken.AtEnd(75))
                with { Result = new Outcome { Scaled = chance.Between(2, 5) / 5.0 } };
        }
    }

    public override IEnumerable<Draft> Relay(Participation elsewhere)
    {
        if (elsewhere.Platform is not AsnBerpijar || !elsewhere.Course.Registered || !elsewhere.Chance("relay").Hits(0.15))
            yield break;
        yield return new Draft(new Actor(Identify(elsewhere.Person)), Verb.Completed, Describe(Relisted), elsewhere.AtEnd(180))
        {
            Id = elsewhere.Id("relay", Provider),
            Result = new Outcome { Completion = true },
            Extensions = [Extension.Jp(Relisted.StatedJp), Extension.Certificate(elsewhere.Certificate("BPJ"))],
        };
    }

    /// <summary>The time spent is all that is known of self-learning: 45 minutes an hour, and a few more.</summary>
    private Draft Studied(Participation taken)
    {
        var minutes = (int)taken.Course.StatedJp * 45 + taken.Chance("minutes").Between(0, 40);
        return Say(taken, "completed", Verb.Completed, taken.AtEnd(60)) with
        {
            Result = new Outcome { Completion = true, Duration = $"PT{minutes / 60}H{minutes % 60}M" },
        };
    }

    private Draft Finished(Participation taken) => Say(taken, "completed", Verb.Completed, taken.AtEnd(60)) with
    {
        Result = new Outcome { Completion = true },
        Extensions = [Extension.Jp(taken.Course.StatedJp), Extension.Certificate(taken.Certificate("LMP"))],
    };
}
