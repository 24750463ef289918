namespace Samples.Learning;

/// <summary>Something to learn, as the activity registry and a platform know it; without hours of its own where the platform
/// states them, by extension or duration.</summary>
internal sealed record Course(string Iri, string Title, string Form, decimal? Jp = null)
{
    public decimal? Units { get; init; }
    public string Level { get; init; } = "NATIONAL";
    public string Competencies { get; init; } = "";
    /// <summary>Hours the platform states where the registry has none.</summary>
    public decimal StatedJp { get; init; }
    /// <summary>False: a platform posts it, but nobody has put it in the registry.</summary>
    public bool Registered { get; init; } = true;
    public double Popularity { get; init; } = 1;
    /// <summary>Days it takes place on; null for what people take up when they like.</summary>
    public IReadOnlyList<(int Month, int Day)>? Sessions { get; init; }

    public bool IsInternational => Level == "INTERNATIONAL";

    /// <summary>A series of meetings, each counted for itself.</summary>
    public bool IsSeries => Form is "COACHING" or "MENTORING";

    /// <summary>Hours a day at most, for the forms that are counted by day; 0 for the others.</summary>
    public int DailyCap => Form switch
    {
        "ELEARNING" => IsInternational ? 4 : 3,
        "SELF_LEARN" or "COP" => 2,
        _ => 0,
    };

    /// <summary>What a learner may expect of it: only to plan by, the compliance engine has the last word.</summary>
    public decimal ExpectedJp(int days)
    {
        var hours = Jp ?? StatedJp;
        var factor = IsInternational ? 1.2m : 1m;
        return !Registered ? 0 : Form switch
        {
            "ELEARNING" or "SELF_LEARN" or "COP" => Math.Min(hours, days * DailyCap),
            "WORKSHOP" => (Units ?? 1) * (IsInternational ? 7 : 5),
            "SEMINAR" or "SOSIALISASI" => (Units ?? 1) * (IsInternational ? 6 : 4),
            "COACHING" or "MENTORING" => 2,
            "MAGANG" or "DETASERING" => 20,
            "BENCHMARK" => IsInternational ? 20 : 10,
            "OJT" => 0,
            _ => hours * factor,
        };
    }
}
