using Jobs.Reports;
using Lrs.Auth;

namespace Lrs.Api;

/// <summary>Whose reports a caller may see: LAN all, an agency its own, a platform its own delivery.</summary>
internal static class ReportAccess
{
    public const int FirstYear = 2000;

    public static bool MaySeeReport(this Caller caller, string kind, string agencyCode, string provider) => caller.Role switch
    {
        Role.Lan => true,
        // The reports of the nation and of platforms have no agency, and no agency has the empty code.
        Role.Agency => caller.MaySeeAgency(agencyCode),
        _ => kind == ReportNames.Of(ReportKind.Delivery) && provider.Length > 0 && provider == caller.Provider,
    };

    /// <summary>What a caller who names no kind means: an agency's compliance, a platform's delivery.</summary>
    public static ReportKind UsualKind(this Caller caller) => caller.Role == Role.Vendor ? ReportKind.Delivery : ReportKind.Compliance;

    /// <summary>Kind and format as they were asked for, or what is wrong with them.</summary>
    public static string? TryRead(Caller caller, string? kindName, string? formatName, out ReportKind kind, out ReportFormat format)
    {
        (kind, format) = (caller.UsualKind(), ReportFormat.Csv);
        if (kindName is not null && !ReportNames.TryParse(kindName, out kind))
            return $"The kind \"{kindName}\" is not known. Known are: {ReportNames.KnownKinds}.";
        if (formatName is not null && !ReportNames.TryParse(formatName, out format))
            return $"The format \"{formatName}\" is not known. Known are: {ReportNames.KnownFormats}.";
        return null;
    }
}
