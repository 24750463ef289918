namespace Jobs.Reports;

/// <summary>Which report makes itself, and when next.</summary>
public sealed record ReportSchedule
{
    /// <summary>Stands for every agency there is when the time comes.</summary>
    public const string EveryAgency = "";

    public string Id { get; init; } = "";

    public string AgencyCode { get; init; } = EveryAgency;

    /// <summary>Of a delivery: the platform; empty for every one that sent anything in the year.</summary>
    public string Provider { get; init; } = "";

    /// <summary>A <see cref="ReportKind"/> in lower case.</summary>
    public string Kind { get; init; } = ReportNames.Of(ReportKind.Compliance);

    /// <summary>monthly, quarterly, yearly, or a cron expression in WIB.</summary>
    public string Cadence { get; init; } = "";

    /// <summary>A <see cref="ReportFormat"/> in lower case.</summary>
    public string Format { get; init; } = ReportNames.Of(ReportFormat.Csv);

    public DateTimeOffset NextRunAt { get; init; }

    /// <summary>The year of the day before: a report of 1 January is about the year that has just ended.</summary>
    public int ReportYear => TimeZoneInfo.ConvertTime(NextRunAt, Timetable.Wib).AddDays(-1).Year;
}

/// <summary>What a schedule makes, at once and of a year, whenever its own time comes next.</summary>
public sealed record ScheduleOrder(ReportSchedule Schedule, int Year);
