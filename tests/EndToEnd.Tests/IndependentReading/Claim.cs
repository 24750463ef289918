namespace EndToEnd.Tests.IndependentReading;

/// <summary>One candidate on its way through the reading.</summary>
internal sealed class Claim(Said said, DateOnly date, string iri, Registration registered, FormRule rule, decimal claimed, decimal converted)
{
    public Said Said => said;
    public DateOnly Date => date;
    public string Iri => iri;
    public Registration Registered => registered;
    public string Form => registered.Form;
    public FormRule Rule => rule;
    public decimal Claimed => claimed;
    public decimal Converted { get; } = converted;
    public decimal Counted { get; private set; } = converted;
    public bool IsDuplicate => Cuts.Exists(cut => cut.Rule == "duplicate");
    public bool IsPending => Cuts.Exists(cut => cut.Rule == "manual_pending");
    public List<(string Rule, decimal Jp)> Cuts { get; } = [];

    public void Cut(string name, decimal jp, bool always = false)
    {
        Counted -= jp;
        if (jp > 0 || always)
            Cuts.Add((name, jp));
    }

    /// <summary>Counts nothing until a verifier enters its hours; what was claimed stands beside it.</summary>
    public void Pend() => Cuts.Add(("manual_pending", claimed));
}

/// <summary>A line of the table of conversion: what a form is worth, and how much of it counts in a month or a day.</summary>
internal sealed record FormRule(
    string Basis, decimal National = 0, decimal? International = null, int? EventsPerMonth = null, decimal? JpPerDay = null,
    decimal? InternationalJpPerDay = null)
{
    public static readonly string[] Forms =
    [
        "STRUCTURAL", "FUNCTIONAL", "TECHNICAL", "WORKSHOP", "MANAGERIAL", "SOCIOCULT", "SOSIALISASI", "BIMTEK", "SEMINAR", "MAGANG", "KURSUS",
        "PENATARAN", "COACHING", "MENTORING", "ELEARNING", "PJJ", "DETASERING", "OUTBOUND", "BENCHMARK", "EXCHANGE", "SELF_LEARN", "COP", "OJT",
        "OTHER_CLASS", "OTHER_NON", "TUGAS_BELAJAR", "IZIN_BELAJAR",
    ];

    public static FormRule Of(string form) => form switch
    {
        "STRUCTURAL" => new("PROGRAMME", 1),
        "WORKSHOP" => new("PER_DAY", 5, 7),
        "SOSIALISASI" or "SEMINAR" => new("PER_DAY", 4, 6),
        "MAGANG" or "DETASERING" or "EXCHANGE" => new("PER_EVENT", 20, 24),
        "BENCHMARK" => new("PER_EVENT", 10, 20),
        "COACHING" or "MENTORING" => new("PER_SESSION", 2, 4, EventsPerMonth: 2),
        "ELEARNING" => new("PROGRAMME", 1, 1, JpPerDay: 3, InternationalJpPerDay: 4),
        "SELF_LEARN" or "COP" => new("PROGRAMME", 1, 1.2m, JpPerDay: 2),
        "OJT" or "OTHER_CLASS" or "OTHER_NON" => new("MANUAL"),
        "TUGAS_BELAJAR" or "IZIN_BELAJAR" => new("PER_SEMESTER", 20, 20),
        _ => new("PROGRAMME", 1, 1.2m),
    };
}
