using Analytics.Compliance;
using Analytics.Compliance.Transcript;

namespace Jobs.Reports;

/// <summary>The tables that reports are put together from: columns, and how a row fills them.</summary>
internal static class ReportTables
{
    private static readonly ReportColumn[] CountsOfPeople =
    [
        new("people", "Pegawai", CellType.Count, 11, Summed: true),
        new("met", "Memenuhi", CellType.Count, 11, Summed: true),
        new("unmet", "Belum memenuhi", CellType.Count, 11, Summed: true),
        new("exempt", "Dikecualikan", CellType.Count, 13, Summed: true),
        new("not_required", "Tidak diwajibkan", CellType.Count, 12, Summed: true),
        new("met_share", "Bagian memenuhi", CellType.Share, 11),
        new("counted_jp", "JP dihitung", CellType.Jp, 13, Summed: true, Printed: false),
        new("mean_jp", "Rata-rata JP", CellType.Jp, 10),
    ];

    private static readonly ReportColumn[] Hours =
    [
        new("credits", "Kegiatan", CellType.Count, 11, Summed: true),
        new("people", "Pegawai", CellType.Count, 11),
        new("claimed_jp", "JP diklaim", CellType.Jp, 13, Summed: true),
        new("converted_jp", "JP dikonversi", CellType.Jp, 13, Summed: true),
        new("counted_jp", "JP dihitung", CellType.Jp, 13, Summed: true),
    ];

    public static ReportTable People(IAsyncEnumerable<ReportPerson> people) => new(
        "Pegawai", PersonColumns(hours: true), people.Select(person => new object?[]
        {
            person.Nip, person.Name, person.EmploymentType, person.Unit, person.PositionGroup, person.MinJp, person.ClaimedJp, person.ConvertedJp,
            person.CountedJp, person.MissingJp, person.Status, person.ExemptReason,
        }), Printed: false);

    public static ReportTable Behind(IAsyncEnumerable<ReportPerson> people) => new(
        "Pegawai yang belum memenuhi", PersonColumns(hours: false), people.Select(person => new object?[]
        {
            person.Nip, person.Name, person.EmploymentType, person.Unit, person.PositionGroup, person.MinJp, person.CountedJp, person.MissingJp,
        }), Appendix: true);

    public static ReportTable EmploymentTypes(ComplianceSummary summary) => new(
        "Menurut jenis ASN",
        [new("employment_type", "Jenis ASN", CellType.Text, 22, InWords: Indonesian.NameOf), .. CountsOfPeople],
        summary.ByEmploymentType.Select(row => Row(
            [row.EmploymentType], row.People, row.Met, row.Unmet, row.Exempt, row.NotRequired, row.CountedJp, row.MeanJp)).ToAsyncEnumerable());

    public static ReportTable Agencies(IReadOnlyList<AgencyTotals> agencies) => new(
        "Menurut instansi",
        [
            new("agency_code", "Kode", CellType.Text, 12), new("name", "Instansi", CellType.Text, 44),
            // The name needs the room; who is exempt or not required is in the workbook, and in the nation's sum.
            .. CountsOfPeople.Select(column => column with { Printed = column.Printed && column.Name is not ("exempt" or "not_required") }),
        ],
        agencies.Select(row => Row(
            [row.Code, row.Name], row.People, row.Met, row.Unmet, row.Exempt, row.NotRequired, row.CountedJp, row.MeanJp)).ToAsyncEnumerable());

    public static ReportTable Forms(ComplianceSummary summary) => new(
        "Menurut bentuk pembelajaran",
        [new("form", "Bentuk", CellType.Text, 32, InWords: code => LearningTexts.Default.Form(code).Id), .. Hours],
        summary.ByForm.Select(row => new object?[] { row.Form, row.Credits, row.People, row.ClaimedJp, row.ConvertedJp, row.CountedJp })
            .ToAsyncEnumerable());

    public static ReportTable Providers(ComplianceSummary summary) => new(
        "Menurut platform",
        [new("provider", "Platform", CellType.Text, 32), .. Hours],
        summary.ByProvider.Select(row => new object?[] { row.Provider, row.Credits, row.People, row.ClaimedJp, row.ConvertedJp, row.CountedJp })
            .ToAsyncEnumerable());

    public static ReportTable Competencies(ComplianceSummary summary) => new(
        "Menurut kompetensi",
        [
            new("competency", "Kode", CellType.Text, 24), new("name", "Kompetensi", CellType.Text, 36),
            new("people", "Pegawai yang menguasai", CellType.Count, 16), new("share", "Bagian pegawai", CellType.Share, 14),
        ],
        summary.ByCompetency.Select(row => new object?[] { row.Competency, row.Name, row.People, row.Share }).ToAsyncEnumerable());

    public static ReportTable Activities(IAsyncEnumerable<DeliveredActivity> activities) => new(
        "Kegiatan",
        [
            new("activity_iri", "IRI kegiatan", CellType.Text, 44), new("title", "Judul", CellType.Text, 36),
            new("form", "Bentuk", CellType.Text, 22, InWords: code => LearningTexts.Default.Form(code).Id, Printed: false),
            new("statements", "Pernyataan", CellType.Count, 12, Summed: true), .. Hours[..2],
            .. Hours[2..4].Select(column => column with { Printed = false }), Hours[4],
        ],
        activities.Select(row => new object?[]
        {
            row.ActivityIri, row.Title, row.Form, row.Statements, row.Credits, row.People, row.ClaimedJp, row.ConvertedJp, row.CountedJp,
        }), Appendix: true);

    public static ReportTable Months(IEnumerable<DeliveredMonth> months) => new(
        "Menurut bulan",
        [
            new("month", "Bulan", CellType.Text, 16), new("statements", "Pernyataan", CellType.Count, 12, Summed: true),
            new("credits", "Kegiatan", CellType.Count, 12, Summed: true), new("counted_jp", "JP dihitung", CellType.Jp, 13, Summed: true),
        ],
        months.Select(row => new object?[] { Indonesian.Month(row.Month), row.Statements, row.Credits, row.CountedJp }).ToAsyncEnumerable());

    // Without the identifiers themselves, which are personal data: the mapping is worked on where its reading is logged.
    public static ReportTable UnresolvedPeople(IEnumerable<UnresolvedPeople> groups) => new(
        "Peserta yang belum dikenali",
        [
            new("kind", "Jenis pengenal", CellType.Text, 18), new("home_page", "Laman akun", CellType.Text, 40),
            new("learners", "Peserta", CellType.Count, 12, Summed: true), new("statements", "Pernyataan", CellType.Count, 12, Summed: true),
            new("last_day", "Terakhir", CellType.Date, 14),
        ],
        groups.Select(row => new object?[] { row.Kind, row.HomePage, row.Learners, row.Statements, row.LastDay }).ToAsyncEnumerable());

    public static ReportTable UnresolvedActivities(IEnumerable<UnresolvedActivity> activities) => new(
        "Kegiatan yang belum terdaftar",
        [
            new("activity_iri", "IRI kegiatan", CellType.Text, 52), new("statements", "Pernyataan", CellType.Count, 12, Summed: true),
            new("learners", "Peserta", CellType.Count, 12), new("last_day", "Terakhir", CellType.Date, 14),
        ],
        activities.Select(row => new object?[] { row.ActivityIri, row.Statements, row.Learners, row.LastDay }).ToAsyncEnumerable());

    private static ReportColumn[] PersonColumns(bool hours)
    {
        ReportColumn[] who =
        [
            new("nip", "NIP", CellType.Digits, 27), new("name", "Nama", CellType.Text, 34),
            new("employment_type", "Jenis ASN", CellType.Text, 13, InWords: Indonesian.NameOf), new("unit", "Unit kerja", CellType.Text, 34),
            new("position_group", "Kelompok jabatan", CellType.Text, 17, Printed: false), new("min_jp", "Minimum JP", CellType.Jp, 10),
        ];
        ReportColumn[] counted =
        [
            new("counted_jp", "JP dihitung", CellType.Jp, 10, Summed: true), new("missing_jp", "Kurang JP", CellType.Jp, 10, Summed: true),
        ];
        return !hours
            ? [.. who, .. counted]
            :
            [
                .. who, new("claimed_jp", "JP diklaim", CellType.Jp, 11, Summed: true), new("converted_jp", "JP dikonversi", CellType.Jp, 12, Summed: true),
                .. counted, new("status", "Status", CellType.Text, 17, InWords: Indonesian.NameOf),
                new("exempt_reason", "Alasan pengecualian", CellType.Text, 24),
            ];
    }

    private static object?[] Row(
        string[] key, long people, long met, long unmet, long exempt, long notRequired, decimal countedJp, decimal meanJp) =>
        [.. key, people, met, unmet, exempt, notRequired, ShareOf(met, met + unmet), countedJp, meanJp];

    /// <summary>None where nothing is required of anybody: 0 % would accuse, 100 % would praise.</summary>
    public static decimal? ShareOf(long met, long required) => required == 0 ? null : Math.Round((decimal)met / required, 4);
}
