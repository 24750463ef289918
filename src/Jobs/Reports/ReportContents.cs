using System.Globalization;
using Analytics.Compliance;

namespace Jobs.Reports;

/// <summary>Puts a report together, kind by kind: what it is called, its figures, its tables.</summary>
internal sealed class ReportContents(ReportSource source, TimeProvider clock)
{
    /// <summary>Null where there is no such agency.</summary>
    public async Task<ReportContent?> ReadAsync(ReportOrder order, CancellationToken cancellationToken) => order.Kind switch
    {
        ReportKind.Nation => await NationAsync(order, cancellationToken),
        ReportKind.Delivery => await DeliveryAsync(order, cancellationToken),
        _ => await source.AgencyAsync(order.AgencyCode, order.Year, cancellationToken) is { } agency ? Agency(order, agency, cancellationToken) : null,
    };

    private ReportContent Agency(ReportOrder order, AgencyFigures agency, CancellationToken cancellationToken)
    {
        var (summary, year) = (agency.Summary, order.Year);
        ReportTable People() => ReportTables.People(source.PeopleAsync(order.AgencyCode, year, false, cancellationToken));
        ReportTable Behind() => ReportTables.Behind(source.PeopleAsync(order.AgencyCode, year, true, cancellationToken));
        (string Title, ReportTable[] Tables) report = order.Kind switch
        {
            ReportKind.Behind => ("Laporan Pegawai yang Belum Memenuhi Kewajiban Belajar", [Behind()]),
            ReportKind.Forms => ("Laporan Pengembangan Kompetensi Menurut Bentuk", [ReportTables.Forms(summary)]),
            ReportKind.Competencies => ("Laporan Penguasaan Kompetensi", [ReportTables.Competencies(summary)]),
            _ => ("Laporan Kepatuhan Pengembangan Kompetensi",
            [
                People(), ReportTables.EmploymentTypes(summary), ReportTables.Forms(summary), ReportTables.Competencies(summary), Behind(),
            ]),
        };
        return Content(report.Title, agency.Name, order, summary, FiguresOf(summary), $"Kepala {agency.Name}", report.Tables);
    }

    private async Task<ReportContent> NationAsync(ReportOrder order, CancellationToken cancellationToken)
    {
        var nation = await source.NationAsync(order.Year, cancellationToken);
        return Content(
            "Laporan Kepatuhan Pengembangan Kompetensi Nasional", "Seluruh instansi", order, nation.Summary, FiguresOf(nation.Summary),
            "Kepala Lembaga Administrasi Negara",
            ReportTables.Agencies(nation.Agencies) with { Appendix = true }, ReportTables.EmploymentTypes(nation.Summary),
            ReportTables.Forms(nation.Summary), ReportTables.Providers(nation.Summary), ReportTables.Competencies(nation.Summary));
    }

    private async Task<ReportContent> DeliveryAsync(ReportOrder order, CancellationToken cancellationToken)
    {
        var delivery = await source.DeliveryAsync(order.Provider, order.Year, cancellationToken);
        var totals = delivery.Totals;
        List<ReportFigure> figures =
        [
            new("Pernyataan yang disimpan", CellType.Count, totals.Statements),
            new("Kegiatan yang diterima", CellType.Count, totals.Credits),
            new("Pegawai yang belajar", CellType.Count, totals.People),
            new("JP diklaim", CellType.Jp, totals.ClaimedJp),
            new("JP dikonversi", CellType.Jp, totals.ConvertedJp),
            new("JP dihitung", CellType.Jp, totals.CountedJp),
            new("Peserta yang belum dikenali sampai sekarang", CellType.Count, delivery.UnresolvedPeople.Sum(row => row.Learners)),
            new("Kegiatan yang belum terdaftar sampai sekarang", CellType.Count, (long)delivery.UnresolvedActivities.Count),
        ];
        return Content(
            "Laporan Penyampaian Data Pembelajaran", order.Provider, order, summary: null, figures, $"Penanggung jawab {order.Provider}",
            ReportTables.Activities(source.ActivitiesAsync(order.Provider, order.Year, cancellationToken)), ReportTables.Months(delivery.Months),
            ReportTables.UnresolvedPeople(delivery.UnresolvedPeople), ReportTables.UnresolvedActivities(delivery.UnresolvedActivities));
    }

    private ReportContent Content(
        string title, string subject, ReportOrder order, ComplianceSummary? summary, IReadOnlyList<ReportFigure> figures, string signatory,
        params ReportTable[] tables) =>
        new(title, subject, order.Year, summary?.ComputedAt, Indonesian.DayInWib(clock.GetUtcNow()), figures, BasisOf(order.Year), signatory, tables);

    private static List<ReportFigure> FiguresOf(ComplianceSummary summary) =>
    [
        new("Pegawai", CellType.Count, summary.People),
        new("Wajib memenuhi minimum", CellType.Count, summary.Met + summary.Unmet),
        new("Memenuhi", CellType.Count, summary.Met),
        new("Belum memenuhi", CellType.Count, summary.Unmet),
        new("Dikecualikan", CellType.Count, summary.Exempt),
        new("Tidak diwajibkan", CellType.Count, summary.NotRequired),
        new("Bagian yang memenuhi dari yang wajib", CellType.Share, ReportTables.ShareOf(summary.Met, summary.Met + summary.Unmet)),
        new("JP dihitung", CellType.Jp, summary.CountedJp),
        new("Rata-rata JP per pegawai", CellType.Jp, summary.MeanJp),
    ];

    private List<string> BasisOf(int year)
    {
        static string Jp(decimal? jp) => jp!.Value.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');
        return
        [
            .. source.Requirements(year).Select(line => line.MinJp is not null
                ? $"{Indonesian.NameOf(line.EmploymentType)}: sekurang-kurangnya {Jp(line.MinJp)} JP dalam satu tahun ({line.LegalBasis})."
                : $"{Indonesian.NameOf(line.EmploymentType)}: paling banyak {Jp(line.MaxJp)} JP dalam satu tahun perjanjian kerja ({line.LegalBasis})."),
            "Satu JP adalah 45 menit. Bentuk pembelajaran dikonversi menurut tabel konversi Peraturan LAN 10/2018; satu kegiatan dihitung satu kali, "
            + "dari platform mana pun datangnya.",
        ];
    }
}
