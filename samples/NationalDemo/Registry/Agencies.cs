namespace Samples.Registry;

/// <summary>The agencies of the demo: real names, kinds, provinces (BPS codes) and time zones; their figures are invented.</summary>
internal static class Agencies
{
    private const string Wib = "Asia/Jakarta";
    private const string WibKalbar = "Asia/Pontianak";
    private const string Wita = "Asia/Makassar";
    private const string Wit = "Asia/Jayapura";

    // A parent stands before its children, so that the import finds it.
    public static readonly IReadOnlyList<Agency> All =
    [
        Central("KEMENKES", "Kementerian Kesehatan", "KEMENTERIAN", 6, 0.62),
        Central("KEMENTAN", "Kementerian Pertanian", "KEMENTERIAN", 4, 0.50),
        Central("KEMENDAGRI", "Kementerian Dalam Negeri", "KEMENTERIAN", 3, 0.46),
        Central("KEMENKEU", "Kementerian Keuangan", "KEMENTERIAN", 7, 0.86),
        Central("KEMENPANRB", "Kementerian PANRB", "KEMENTERIAN", 1, 0.74),
        Central("KLH", "Kementerian Lingkungan Hidup/BPLH", "KEMENTERIAN", 2, 0.48),
        Central("KOMDIGI", "Kementerian Komunikasi dan Digital", "KEMENTERIAN", 2, 0.70),
        Central("LAN", "Lembaga Administrasi Negara", "LEMBAGA", 1, 0.90),
        Central("BKN", "Badan Kepegawaian Negara", "LEMBAGA", 1.5, 0.80),
        Central("BMKG", "Badan Meteorologi, Klimatologi, dan Geofisika", "LEMBAGA", 3, 0.84),
        Central("BNPB", "Badan Nasional Penanggulangan Bencana", "LEMBAGA", 1, 0.52),
        Central("LKPP", "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah", "LEMBAGA", 1, 0.78),
        Central("BPS", "Badan Pusat Statistik", "LEMBAGA", 3, 0.76),
        Central("BSSN", "Badan Siber dan Sandi Negara", "LEMBAGA", 1, 0.66),

        Province("11", "Pemerintah Aceh", Wib, Region.Aceh, 3, 0.38),
        Province("13", "Pemerintah Provinsi Sumatera Barat", Wib, Region.Minang, 3, 0.58),
        Province("31", "Pemerintah Provinsi DKI Jakarta", Wib, Region.Betawi, 6, 0.68),
        Province("32", "Pemerintah Provinsi Jawa Barat", Wib, Region.Sunda, 6, 0.72),
        Province("33", "Pemerintah Provinsi Jawa Tengah", Wib, Region.Java, 5, 0.70),
        Province("34", "Pemerintah Daerah Istimewa Yogyakarta", Wib, Region.Java, 2, 0.64),
        Province("35", "Pemerintah Provinsi Jawa Timur", Wib, Region.Java, 6, 0.60),
        Province("51", "Pemerintah Provinsi Bali", Wita, Region.Bali, 2, 0.56),
        Province("53", "Pemerintah Provinsi Nusa Tenggara Timur", Wita, Region.Timor, 2.5, 0.30),
        Province("61", "Pemerintah Provinsi Kalimantan Barat", WibKalbar, Region.Borneo, 2, 0.40),
        Province("64", "Pemerintah Provinsi Kalimantan Timur", Wita, Region.Borneo, 2, 0.54),
        Province("73", "Pemerintah Provinsi Sulawesi Selatan", Wita, Region.Bugis, 3, 0.48),
        Province("81", "Pemerintah Provinsi Maluku", Wit, Region.Maluku, 1.5, 0.28),
        Province("94", "Pemerintah Provinsi Papua", Wit, Region.Papua, 1.5, 0.22),

        Local("KAB-1307", "Pemerintah Kabupaten Agam", "13", Wib, Region.Minang, 1.5, 0.44),
        Local("KOTA-1371", "Pemerintah Kota Padang", "13", Wib, Region.Minang, 1.5, 0.52),
        Local("KAB-3201", "Pemerintah Kabupaten Bogor", "32", Wib, Region.Sunda, 3, 0.42),
        Local("KOTA-3273", "Pemerintah Kota Bandung", "32", Wib, Region.Sunda, 2.5, 0.66),
        Local("KOTA-3372", "Pemerintah Kota Surakarta", "33", Wib, Region.Java, 1.5, 0.74),
        Local("KAB-3404", "Pemerintah Kabupaten Sleman", "34", Wib, Region.Java, 2, 0.70),
        Local("KAB-3510", "Pemerintah Kabupaten Banyuwangi", "35", Wib, Region.Java, 2, 0.62),
        Local("KOTA-3578", "Pemerintah Kota Surabaya", "35", Wib, Region.Java, 2.5, 0.64),
        Local("KOTA-5171", "Pemerintah Kota Denpasar", "51", Wita, Region.Bali, 1, 0.54),
        Local("KAB-5302", "Pemerintah Kabupaten Sumba Timur", "53", Wita, Region.Timor, 1, 0.20),
        Local("KOTA-6171", "Pemerintah Kota Pontianak", "61", WibKalbar, Region.Borneo, 1, 0.50),
        Local("KOTA-6471", "Pemerintah Kota Balikpapan", "64", Wita, Region.Borneo, 1, 0.60),
        Local("KAB-7304", "Pemerintah Kabupaten Jeneponto", "73", Wita, Region.Bugis, 1.5, 0.36),
        Local("KOTA-9471", "Pemerintah Kota Jayapura", "94", Wit, Region.Papua, 1, 0.26),
    ];

    public static Agency Named(string code) => All.First(agency => agency.Code == code);

    private static Agency Central(string code, string name, string kind, double weight, double zeal) =>
        new(code, name, kind, "", "31", Wib, Region.Nation, weight, zeal);

    private static Agency Province(string province, string name, string zone, Region region, double weight, double zeal) =>
        new($"PROV-{province}", name, "PROVINSI", "", province, zone, region, weight, zeal);

    private static Agency Local(
        string code, string name, string province, string zone, Region region, double weight, double zeal) =>
        new(code, name, code.StartsWith("KAB", StringComparison.Ordinal) ? "KABUPATEN" : "KOTA",
            $"PROV-{province}", province, zone, region, weight, zeal);
}
