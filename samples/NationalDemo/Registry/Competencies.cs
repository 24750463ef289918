namespace Samples.Registry;

internal sealed record Competency(string Code, string Family, string Name);

/// <summary>The four competencies every civil servant needs, and some of the standard families.</summary>
internal static class Competencies
{
    public static readonly IReadOnlyList<Competency> All =
    [
        new("GEN.DIGLIT", "GENERIK", "Literasi digital"),
        new("GEN.DATA", "GENERIK", "Analitik data"),
        new("GEN.CYBER", "GENERIK", "Keamanan siber"),
        new("GEN.PROBSOLV", "GENERIK", "Pemecahan masalah"),
        new("MAN.INTEGRITAS", "MANAJERIAL", "Integritas"),
        new("MAN.KERJASAMA", "MANAJERIAL", "Kerja sama"),
        new("MAN.KOMUNIKASI", "MANAJERIAL", "Komunikasi"),
        new("MAN.KEPUTUSAN", "MANAJERIAL", "Pengambilan keputusan"),
        new("MAN.PENGEMBANGAN", "MANAJERIAL", "Pengembangan diri dan orang lain"),
        new("SOS.PEREKAT", "SOSIAL_KULTURAL", "Perekat bangsa"),
        new("TEK.MEDIA", "TEKNIS", "Pengelolaan media dan citra lembaga"),
        new("TEK.LAYANAN", "TEKNIS", "Perancangan layanan publik"),
        new("TEK.AI", "TEKNIS", "Kecerdasan artifisial"),
        new("TEK.PBJ", "TEKNIS", "Pengadaan barang/jasa pemerintah"),
        new("TEK.BENCANA", "TEKNIS", "Penanggulangan bencana"),
        new("TEK.PERTANIAN", "TEKNIS", "Penyuluhan pertanian"),
        new("TEK.KESEHATAN", "TEKNIS", "Mutu pelayanan kesehatan"),
        new("TEK.LINGKUNGAN", "TEKNIS", "Pengelolaan lingkungan hidup dan kehutanan"),
        new("TEK.MKG", "TEKNIS", "Meteorologi, klimatologi, dan geofisika"),
    ];
}
