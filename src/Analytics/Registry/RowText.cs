using System.Globalization;

namespace Analytics.Registry;

/// <summary>A value as a file has it; empty where there is none.</summary>
internal static class RowText
{
    public static string Of(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Of(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
