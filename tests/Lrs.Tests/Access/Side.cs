namespace Lrs.Tests.Access;

/// <summary>An agency, a person of it and a platform: a caller's own, or those of others. What it is called is found nowhere else.</summary>
public sealed record Side(string Mark, string Nip)
{
    public static readonly Side Own = new("sendiri", "198501012009011201");
    public static readonly Side Other = new("lain", "198501012009011202");

    public string AgencyCode => $"MX-{Mark.ToUpperInvariant()}";

    public string AgencyName => $"Badan Matriks {Mark}";

    public string PersonName => $"Siti Matriks {Mark}";

    public string Provider => $"mx-{Mark}.id";

    /// <summary>A learner of the platform whom nobody knows.</summary>
    public string Stranger => $"mx-stranger-{Mark}";

    public string Document => $"mx-document-{Mark}";

    public string Activity => $"https://{Provider}/course/1";

    /// <summary>Of a form whose JP a verifier enters.</summary>
    public string ManualActivity => $"https://{Provider}/ojt/1";

    public Guid StatementId { get; } = Guid.NewGuid();

    public Guid ManualStatementId { get; } = Guid.NewGuid();

    // Known once the service has them.
    public Guid PersonId { get; set; }

    public string ReportId { get; set; } = "";

    public string VerificationCode { get; set; } = "";

    /// <summary>What must stand in no answer to somebody who may not see this side.</summary>
    public IEnumerable<string> Marks =>
        [AgencyCode, AgencyName, PersonName, PersonId.ToString(), Nip, Provider, Stranger, Document, StatementId.ToString(), ManualStatementId.ToString()];
}
