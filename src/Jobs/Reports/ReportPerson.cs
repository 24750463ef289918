namespace Jobs.Reports;

/// <summary>One person in an agency's yearly compliance report.</summary>
public sealed record ReportPerson
{
    public required string Nip { get; init; }

    public required string Name { get; init; }

    public required string EmploymentType { get; init; }

    public string Unit { get; init; } = "";

    public string PositionGroup { get; init; } = "";

    /// <summary>Null where no minimum applies.</summary>
    public decimal? MinJp { get; init; }

    public decimal ClaimedJp { get; init; }

    public decimal ConvertedJp { get; init; }

    public decimal CountedJp { get; init; }

    /// <summary>MET, UNMET, EXEMPT or NOT_REQUIRED.</summary>
    public required string Status { get; init; }

    public string ExemptReason { get; init; } = "";

    /// <summary>What is still to be learned; nothing for who has met it, is exempt, or has no minimum.</summary>
    public decimal MissingJp { get; init; }
}
