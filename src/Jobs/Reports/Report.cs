namespace Jobs.Reports;

/// <summary>A report that was made. Its file is known by its SHA-256.</summary>
public sealed record Report
{
    public Guid Id { get; init; }

    /// <summary>Empty for the nation and for a platform.</summary>
    public string AgencyCode { get; init; } = "";

    /// <summary>The platform whose delivery it is; else empty.</summary>
    public string Provider { get; init; } = "";

    public int Year { get; init; }

    /// <summary>A <see cref="ReportKind"/> in lower case.</summary>
    public string Kind { get; init; } = "";

    /// <summary>A <see cref="ReportFormat"/> in lower case.</summary>
    public string Format { get; init; } = "";

    public string FileName { get; init; } = "";

    public long Bytes { get; init; }

    public string Sha256 { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }
}
