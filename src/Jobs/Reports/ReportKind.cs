using System.Diagnostics.CodeAnalysis;

namespace Jobs.Reports;

/// <summary>What a report says. The first four are of an agency.</summary>
public enum ReportKind
{
    /// <summary>Everything of an agency: its people, who is behind, by kind of ASN, form and competency.</summary>
    Compliance,

    /// <summary>Who of an agency has not met the minimum, most missing first.</summary>
    Behind,

    /// <summary>An agency's hours by form of learning.</summary>
    Forms,

    /// <summary>How many of an agency's people cover each competency.</summary>
    Competencies,

    /// <summary>The nation by agency, kind of ASN, form, platform and competency.</summary>
    Nation,

    /// <summary>What a platform sent, what of it counts, and what was not recognised.</summary>
    Delivery,
}

public enum ReportFormat
{
    Csv,
    Xlsx,
    Pdf,
}

/// <summary>Kinds and formats as they stand in the API, the store and file names: lower case.</summary>
public static class ReportNames
{
    public static string KnownKinds { get; } = string.Join(", ", Enum.GetValues<ReportKind>().Select(kind => Of(kind)));

    public static string KnownFormats { get; } = string.Join(", ", Enum.GetValues<ReportFormat>().Select(format => Of(format)));

    [SuppressMessage("Globalization", "CA1308", Justification = "Names on the wire are lower case.")]
    public static string Of(Enum value) => value.ToString().ToLowerInvariant();

    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = Enum.GetValues<T>().FirstOrDefault(known => Of(known) == text);
        return Of(value) == text;
    }

    public static bool IsOfAgency(this ReportKind kind) => kind is not (ReportKind.Nation or ReportKind.Delivery);

    public static string ContentType(ReportFormat format) => format switch
    {
        ReportFormat.Csv => "text/csv; charset=utf-8; header=present",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/pdf",
    };
}

/// <summary>Which report: what it says, in which form, of whom and of which year.</summary>
/// <param name="AgencyCode">Of the kinds of an agency; else empty.</param>
/// <param name="Provider">Of a delivery; else empty.</param>
public sealed record ReportOrder(ReportKind Kind, ReportFormat Format, string AgencyCode, string Provider, int Year)
{
    /// <summary>The file's name. Codes and providers come from outside: what has no place in a file name is left out.</summary>
    public string FileName
    {
        get
        {
            var whose = string.Concat((AgencyCode + Provider).Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
            return string.Join('-', new[] { ReportNames.Of(Kind), whose, $"{Year}" }.Where(part => part.Length > 0)) + "." + ReportNames.Of(Format);
        }
    }
}
