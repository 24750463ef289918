namespace Analytics.Compliance;

/// <summary>A status as it stands in the API and in the store.</summary>
internal static class StatusText
{
    public static string Of(ComplianceStatus status) => status switch
    {
        ComplianceStatus.Met => "MET",
        ComplianceStatus.Unmet => "UNMET",
        ComplianceStatus.Exempt => "EXEMPT",
        _ => "NOT_REQUIRED",
    };

    public static ComplianceStatus Parse(string text) => text switch
    {
        "MET" => ComplianceStatus.Met,
        "UNMET" => ComplianceStatus.Unmet,
        "EXEMPT" => ComplianceStatus.Exempt,
        _ => ComplianceStatus.NotRequired,
    };
}
