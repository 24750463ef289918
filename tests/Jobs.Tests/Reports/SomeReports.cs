using Analytics.Compliance;
using Jobs.Reports;

namespace Jobs.Tests.Reports;

/// <summary>Figures and people that reports are made of, invented.</summary>
internal static class SomeReports
{
    /// <summary>Names that break what reads them: formulas, quotes, line breaks, other scripts, what XML forbids.</summary>
    public static readonly string[] HostileNames =
    [
        "=HYPERLINK(\"http://x\",\"y\")", "+1-1", "@SUM(A1)", "-2+3", "'quoted'", "\"Siti\", S.H.", "dua\nbaris", "Łukasz Nguyễn Ḥasan",
        "ꦱꦶꦠꦶ 漢字 😀", "<b>&amp;</b>", "_x0041_", "  spasi  ",
    ];

    public static ComplianceSummary Summary(decimal countedJp = 12.5m) => new()
    {
        Year = 2026, People = 2, Met = 0, Unmet = 1, Exempt = 0, NotRequired = 1, CountedJp = countedJp, MeanJp = 6.3m, ComputedAt = null,
        ByEmploymentType = [new("CPNS", 1, 0, 0, 0, 1, 0, 0), new("PNS", 1, 0, 1, 0, 0, countedJp, countedJp)],
        ByForm = [new("ELEARNING", 2, 1, 14, 13, countedJp)],
        ByProvider = [new("belajar.id", 2, 1, 14, 13, countedJp)],
        ByCompetency = [new("GEN.DATA", "Analisis data", 1, 0.5m)],
        ByMonth = [],
    };

    public static ReportSource Source(Func<IReadOnlyList<string>> agencies, Func<decimal> countedJp) => new()
    {
        AgencyCodesAsync = _ => Task.FromResult(agencies()),
        ProvidersAsync = (_, _) => Task.FromResult<IReadOnlyList<string>>(["belajar.id", "moodle"]),
        AgencyAsync = (code, _, _) => Task.FromResult(code == "nobody" ? null : new AgencyFigures("Badan Uji", Summary(countedJp()))),
        NationAsync = (_, _) => Task.FromResult(new NationFigures(Summary(countedJp()), [new("4001", "Badan Uji", 2, 0, 1, 0, 1, countedJp(), 6.3m)])),
        DeliveryAsync = (_, _, _) => Task.FromResult(new DeliveryFigures(
            new DeliveryTotals(40, 2, 1, 14, 13, countedJp()), [new DeliveredMonth(3, 40, 2, countedJp())],
            [new UnresolvedPeople("belajar.id", "mbox", "", 3, 5, new DateOnly(2026, 3, 1), ["mailto:rahasia@example.go.id"])],
            [new UnresolvedActivity("belajar.id", "https://lms.example.go.id/x", 7, 4, new DateOnly(2026, 3, 1), [])])),
        PeopleAsync = (agency, year, behind, _) => People(agency, year, behind, countedJp()),
        ActivitiesAsync = (_, _, _) => new[]
        {
            new DeliveredActivity("https://lms.example.go.id/c", "Kursus", "ELEARNING", 40, 2, 1, 14, 13, countedJp()),
        }.ToAsyncEnumerable(),
        Requirements = _ => [new RequirementInForce("PNS", 20, null, "PP 11/2017 Ps 203(4)"), new RequirementInForce("PPPK", null, 24, "PP 49/2018")],
    };

    /// <summary>As many as are wanted, made while they are read; hostile names come round again and again.</summary>
    public static async IAsyncEnumerable<ReportPerson> ManyAsync(int count, Action<int>? seen = null)
    {
        for (var i = 0; i < count; i++)
        {
            seen?.Invoke(i);
            yield return new ReportPerson
            {
                Nip = $"{198001012005011001 + i}", Name = HostileNames[i % HostileNames.Length], EmploymentType = "PNS", Unit = "Biro A", PositionGroup = "JF",
                MinJp = 20, ClaimedJp = 14.25m, ConvertedJp = 13, CountedJp = 12.5m, MissingJp = 7.5m, Status = "UNMET",
            };
        }

        await Task.CompletedTask;
    }

    public static ReportContent Content(params ReportTable[] tables) => new(
        "Laporan Uji", "Badan Uji", 2026, null, new DateOnly(2026, 11, 24), [new("Pegawai", CellType.Count, 2L), new("JP dihitung", CellType.Jp, 1234.5m)],
        ["PNS: sekurang-kurangnya 20 JP dalam satu tahun (PP 11/2017 Ps 203(4))."], "Kepala Badan Uji", tables);

    private static async IAsyncEnumerable<ReportPerson> People(string agency, int year, bool onlyBehind, decimal countedJp)
    {
        yield return new ReportPerson
        {
            Nip = "198001012005011001", Name = $"=Siti {agency} {year}", EmploymentType = "PNS", Unit = "Biro A, B",
            MinJp = 20, ClaimedJp = 14, ConvertedJp = 13, CountedJp = countedJp, MissingJp = 20 - countedJp, Status = "UNMET",
        };
        await Task.Yield();
        if (agency == "broken")
            throw new IOException("ClickHouse is down");
        if (!onlyBehind)
            yield return new ReportPerson { Nip = "199001012020121001", Name = "Budi", EmploymentType = "CPNS", Status = "NOT_REQUIRED" };
    }
}
