using Analytics.Compliance;

namespace Jobs.Reports;

/// <summary>Where reports get their data. The sums are those that the API answers; people and activities come row by row.</summary>
public sealed record ReportSource
{
    /// <summary>Every agency there is.</summary>
    public required Func<CancellationToken, Task<IReadOnlyList<string>>> AgencyCodesAsync { get; init; }

    /// <summary>Every platform that sent statements of a year.</summary>
    public required Func<int, CancellationToken, Task<IReadOnlyList<string>>> ProvidersAsync { get; init; }

    /// <summary>Null for an agency that is not registered.</summary>
    public required Func<string, int, CancellationToken, Task<AgencyFigures?>> AgencyAsync { get; init; }

    public required Func<int, CancellationToken, Task<NationFigures>> NationAsync { get; init; }

    public required Func<string, int, CancellationToken, Task<DeliveryFigures>> DeliveryAsync { get; init; }

    /// <summary>The people of an agency in a year by unit and name; only those behind, most missing first, where the last but one says so.</summary>
    public required Func<string, int, bool, CancellationToken, IAsyncEnumerable<ReportPerson>> PeopleAsync { get; init; }

    /// <summary>What a platform delivered in a year by activity, most counted hours first.</summary>
    public required Func<string, int, CancellationToken, IAsyncEnumerable<DeliveredActivity>> ActivitiesAsync { get; init; }

    /// <summary>What the law asks in a year.</summary>
    public required Func<int, IReadOnlyList<RequirementInForce>> Requirements { get; init; }
}

public sealed record AgencyFigures(string Name, ComplianceSummary Summary);

public sealed record NationFigures(ComplianceSummary Summary, IReadOnlyList<AgencyTotals> Agencies)
{
    internal static NationFigures Of(NationCompliance nation) => new(nation, nation.Agencies);
}

/// <summary>What a platform sent in a year, what it gave, and what was not recognised, of any year, until now.</summary>
public sealed record DeliveryFigures(
    DeliveryTotals Totals, IReadOnlyList<DeliveredMonth> Months, IReadOnlyList<UnresolvedPeople> UnresolvedPeople,
    IReadOnlyList<UnresolvedActivity> UnresolvedActivities);

/// <param name="Statements">Stored, by the WIB year of their timestamp.</param>
public sealed record DeliveryTotals(long Statements, long Credits, long People, decimal ClaimedJp, decimal ConvertedJp, decimal CountedJp);

public sealed record DeliveredMonth(int Month, long Statements, long Credits, decimal CountedJp);

public sealed record DeliveredActivity(
    string ActivityIri, string Title, string Form, long Statements, long Credits, long People, decimal ClaimedJp, decimal ConvertedJp, decimal CountedJp);
