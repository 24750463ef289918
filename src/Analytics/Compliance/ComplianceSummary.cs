using System.Diagnostics.CodeAnalysis;

namespace Analytics.Compliance;

/// <summary>A year of many people: how many meet what is asked of them, and what their hours are made of.</summary>
public record ComplianceSummary
{
    public required int Year { get; init; }
    public required long People { get; init; }
    public required long Met { get; init; }
    public required long Unmet { get; init; }
    public required long Exempt { get; init; }
    public required long NotRequired { get; init; }
    public required decimal CountedJp { get; init; }
    public required decimal MeanJp { get; init; }

    /// <summary>The latest computation that reached any of these people; null if none did.</summary>
    public required DateTimeOffset? ComputedAt { get; init; }
    public required IReadOnlyList<EmploymentTypeCompliance> ByEmploymentType { get; init; }
    public required IReadOnlyList<FormHours> ByForm { get; init; }
    public required IReadOnlyList<ProviderHours> ByProvider { get; init; }
    public required IReadOnlyList<CompetencyShare> ByCompetency { get; init; }
    public required IReadOnlyList<MonthHours> ByMonth { get; init; }
}

public sealed record AgencyCompliance : ComplianceSummary
{
    [SetsRequiredMembers]
    internal AgencyCompliance(ComplianceSummary summary)
        : base(summary)
    {
    }

    public string Code { get; init; } = "";
    public string Name { get; init; } = "";

    /// <summary>KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN or KOTA.</summary>
    public string Kind { get; init; } = "";
}

public sealed record NationCompliance : ComplianceSummary
{
    [SetsRequiredMembers]
    internal NationCompliance(ComplianceSummary summary)
        : base(summary)
    {
    }

    public IReadOnlyList<AgencyTotals> Agencies { get; init; } = [];

    public IReadOnlyList<ProvinceTotals> ByProvince { get; init; } = [];
}

public sealed record EmploymentTypeCompliance(
    string EmploymentType, long People, long Met, long Unmet, long Exempt, long NotRequired, decimal CountedJp, decimal MeanJp);

/// <param name="Kind">KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN or KOTA; "" where the registry no longer has the agency.</param>
/// <param name="ProvinceCode">BPS; null where the registry has none.</param>
public sealed record AgencyTotals(
    string Code, string Name, long People, long Met, long Unmet, long Exempt, long NotRequired, decimal CountedJp, decimal MeanJp,
    string Kind = "", string? ProvinceCode = null);

/// <summary>The agencies of one province: its own government, its regencies and cities.</summary>
/// <param name="ProvinceCode">BPS; "" for those of no province, such as ministries and national bodies.</param>
public sealed record ProvinceTotals(
    string ProvinceCode, long Agencies, long People, long Met, long Unmet, long Exempt, long NotRequired, decimal CountedJp, decimal MeanJp)
{
    internal static ProvinceTotals Of(IGrouping<string, AgencyTotals> agencies)
    {
        var (people, countedJp) = (agencies.Sum(agency => agency.People), agencies.Sum(agency => agency.CountedJp));
        return new ProvinceTotals(
            agencies.Key, agencies.LongCount(), people, agencies.Sum(agency => agency.Met), agencies.Sum(agency => agency.Unmet),
            agencies.Sum(agency => agency.Exempt), agencies.Sum(agency => agency.NotRequired), Jp.Shown(countedJp),
            people == 0 ? 0 : Jp.Shown(Jp.Round(countedJp / people)));
    }
}

public sealed record FormHours(string Form, long Credits, long People, decimal ClaimedJp, decimal ConvertedJp, decimal CountedJp);

public sealed record ProviderHours(string Provider, long Credits, long People, decimal ClaimedJp, decimal ConvertedJp, decimal CountedJp);

public sealed record CompetencyShare(string Competency, string Name, long People, decimal Share);

public sealed record MonthHours(int Month, long Credits, decimal CountedJp, IReadOnlyList<MonthFormHours> ByForm);

public sealed record MonthFormHours(string Form, decimal CountedJp);
