using System.ComponentModel.DataAnnotations;

namespace Jobs.Reports;

/// <summary>How long reports are kept, and where the public finds this service.</summary>
public sealed class ReportsOptions
{
    public const string Section = "Reports";

    /// <summary>A report is removed this long after it was made. Default: five years.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(1826);

    /// <summary>
    /// The address under which the public reaches the pages, printed on transcripts beside the verification code. Default: the one that the
    /// transcript was asked for under.
    /// </summary>
    [Url]
    public string? PublicAddress { get; set; }
}
