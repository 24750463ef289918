using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>BMKG's ASN Corporate University: a Moodle set up as agreed, with the NIP as account; all forms of learning, for an
/// agency that asks 90 hours of its people.</summary>
internal sealed class BmkgCorpu : MoodleSite
{
    protected override string Site => "https://corpu.bmkg.example";
    public override string Provider => "bmkg-corpu";
    public override string Name => "ASN Corporate University BMKG";

    public override IReadOnlyList<Course> Courses { get; }

    public BmkgCorpu() => Courses =
    [
        Numbered(11, "Analisis Cuaca Ekstrem", "TECHNICAL", 20) with { Popularity = 1.2 },
        Numbered(12, "Peringatan Dini Tsunami", "TECHNICAL", 24),
        Numbered(13, "Pemodelan Iklim dengan Python", "KURSUS", 16) with { Competencies = "TEK.MKG;GEN.DATA" },
        Numbered(14, "Sekolah Lapang Iklim: Bimbingan Teknis", "BIMTEK", 10),
        Numbered(15, "WMO Aviation Forecasting", "BIMTEK", 16) with { Level = "INTERNATIONAL", Popularity = 0.6 },
        Numbered(16, "Magang di Pusat Gempa Nasional", "MAGANG", null) with { Units = 1, Popularity = 0.3 },
        Numbered(17, "Patok Banding Layanan Informasi Cuaca", "BENCHMARK", null) with { Units = 1, Popularity = 0.3 },
        Numbered(18, "Bimbingan di Tempat Kerja: Observasi", "OJT", 12) with { Popularity = 0.5 },
        Numbered(19, "Dasar Keselamatan Siber Stasiun", "ELEARNING", 6) with { Competencies = "GEN.CYBER" },
        Numbered(20, "Fungsional Pengamat Meteorologi", "FUNCTIONAL", 30) with { Popularity = 0.6 },
        Numbered(21, "Uji Coba Kelas Baru", "KURSUS", 4) with { Registered = false, Popularity = 0.2 },
    ];

    public override double Appeal(Person person) => person.Agency.Code == "BMKG" ? 12 : 0;

    public override Ifi Identify(Person person) => Ifi.Nip(person.Nip);

    private Course Numbered(int id, string title, string form, decimal? jp) =>
        new($"{Site}/course/view.php?id={id}", title, form, jp) { Competencies = "TEK.MKG" };
}
