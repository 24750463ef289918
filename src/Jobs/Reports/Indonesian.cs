using System.Globalization;

namespace Jobs.Reports;

/// <summary>
/// Numbers and dates as an Indonesian reader expects them: 1.234,5 and 23 November 2026. The program runs without the cultures of the
/// operating system, so that it answers the same everywhere; this is all it needs of one.
/// </summary>
internal static class Indonesian
{
    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",", NumberGroupSeparator = ".", PercentDecimalSeparator = ",", PercentGroupSeparator = ".",
    };

    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    public static string Count(decimal count) => count.ToString("#,##0", Numbers);

    /// <summary>Learning hours: one decimal place, or as many as it has.</summary>
    public static string Jp(decimal jp) => jp.ToString("#,##0.0###", Numbers);

    public static string Share(decimal share) => (share * 100).ToString("0.0", Numbers) + "%";

    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Month(date.Month)} {date.Year}");

    public static string Month(int month) => Months[month - 1];

    public static DateOnly DayInWib(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Timetable.Wib).DateTime);

    /// <summary>The names of the codes that are few and fixed; forms of learning are named by <c>LearningTexts</c>.</summary>
    public static string NameOf(string code) => code switch
    {
        "MET" => "Memenuhi",
        "UNMET" => "Belum memenuhi",
        "EXEMPT" => "Dikecualikan",
        "NOT_REQUIRED" => "Tidak diwajibkan",
        "PPPK_PARUH_WAKTU" => "PPPK paruh waktu",
        _ => code,
    };
}
