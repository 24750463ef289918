namespace Samples.Registry;

/// <summary>Where in an agency people work: the unit decides which centre of excellence speaks to them.</summary>
internal static class Units
{
    private static readonly string[] Central =
    [
        "Sekretariat Jenderal", "Biro Sumber Daya Manusia", "Biro Perencanaan", "Biro Umum dan Pengadaan", "Inspektorat",
        "Pusat Data dan Informasi", "Pusat Pengembangan SDM", "Direktorat Kebijakan", "Direktorat Pelayanan", "Balai Wilayah I",
        "Balai Wilayah II", "Balai Wilayah III", "Kantor Wilayah Barat", "Kantor Wilayah Timur",
    ];

    private static readonly string[] Local =
    [
        "Sekretariat Daerah", "BKPSDM", "Bappeda", "Inspektorat Daerah", "Dinas Pendidikan", "Dinas Pendidikan", "Dinas Pendidikan",
        "Dinas Kesehatan", "Puskesmas", "RSUD", "Dinas Pertanian", "Dinas Lingkungan Hidup", "BPBD", "Bagian Pengadaan Barang/Jasa",
        "Dinas Komunikasi dan Informatika", "Dinas Sosial", "Dinas Pekerjaan Umum", "Dinas Perhubungan", "Satuan Polisi Pamong Praja",
        "Kecamatan", "Badan Pendapatan Daerah", "DPMPTSP",
    ];

    private static readonly string[] Bmkg =
    [
        "Pusat Meteorologi Publik", "Pusat Gempabumi dan Tsunami", "Pusat Informasi Perubahan Iklim", "Pusat Pengembangan SDM",
        "Balai Besar Wilayah I", "Balai Besar Wilayah II", "Balai Besar Wilayah III", "Stasiun Meteorologi", "Stasiun Klimatologi",
        "Stasiun Geofisika", "Biro Umum dan SDM",
    ];

    public static string Pick(Chance chance, Agency agency) =>
        chance.Pick(agency.Code == "BMKG" ? Bmkg : agency.IsCentral ? Central : Local);
}
