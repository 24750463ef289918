namespace Jobs.Reports;

/// <summary>A report that was made. Its file is known by its SHA-256.</summary>
public sealed record Report
{
    public Guid Id { get; init; }

    public string AgencyCode { get; init; } = "";

    public int Year { get; init; }

    public string Kind { get; init; } = "";

    public string Format { get; init; } = "";

    public string FileName { get; init; } = "";

    public long Bytes { get; init; }

    public string Sha256 { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What reports there are, in which formats.</summary>
public static class ReportKinds
{
    public const string Compliance = "compliance";
    public const string Csv = "csv";
}
