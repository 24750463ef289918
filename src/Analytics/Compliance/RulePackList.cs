namespace Analytics.Compliance;

/// <summary>The rule packs that hold, for people to read: what is asked of whom, what a form is worth, and on which law it stands.</summary>
public sealed class RulePackList
{
    internal RulePackList(RulePacks packs) => All = [.. packs.InOrder.Select(ListedRulePack.Of)];

    /// <summary>In the order of their time.</summary>
    public IReadOnlyList<ListedRulePack> All { get; }
}

public sealed record ListedRulePack(
    string Name, string LegalBasis, DateOnly? ValidFrom, DateOnly? ValidTo, int MinutesPerJp, IReadOnlyList<string> QualifyingVerbs,
    IReadOnlyList<ListedRequirement> Requirements, IReadOnlyList<ListedTarget> Targets, IReadOnlyList<ListedForm> Forms,
    IReadOnlyList<string> Competencies)
{
    internal static ListedRulePack Of(RulePack pack) => new(
        pack.Name, pack.LegalBasis, pack.Validity.From?.ToDateOnly(), pack.Validity.To?.ToDateOnly(), pack.MinutesPerJp,
        [.. pack.QualifyingVerbs.Order(StringComparer.Ordinal)],
        [.. pack.Requirements.Select(line => new ListedRequirement(
            line.EmploymentType, line.MinJp, line.MaxJp, line.Period == Period.ContractYear ? "CONTRACT_YEAR" : "CALENDAR_YEAR",
            line.Validity.From?.ToDateOnly(), line.Validity.To?.ToDateOnly(), line.LegalBasis))],
        [.. pack.Targets.Select(target => new ListedTarget(
            target.AgencyCode, target.MinJp, target.Validity.From?.ToDateOnly(), target.Validity.To?.ToDateOnly(), target.LegalBasis))],
        [.. pack.Forms.Values.Select(form => new ListedForm(
            form.Code, form.SiasnId, form.Basis.ToString(), form.Basis == Basis.Manual ? null : form.Value.National, form.Value.International,
            form.EventsPerMonth, form.JpPerDay?.National, form.JpPerDay?.International, form.LegalBasis))],
        pack.Coverage.Competencies);
}

/// <param name="Period">CALENDAR_YEAR or CONTRACT_YEAR.</param>
public sealed record ListedRequirement(
    string EmploymentType, decimal? MinJp, decimal? MaxJp, string Period, DateOnly? ValidFrom, DateOnly? ValidTo, string LegalBasis);

public sealed record ListedTarget(string AgencyCode, decimal MinJp, DateOnly? ValidFrom, DateOnly? ValidTo, string LegalBasis);

/// <param name="Basis">Programme (the values are factors), PerDay, PerSession, PerEvent, PerSemester (JP a unit), or Manual (a verifier enters the JP).</param>
/// <param name="National">Null where a verifier enters the JP.</param>
/// <param name="International">Null where the national value holds.</param>
public sealed record ListedForm(
    string Code, int? SiasnId, string Basis, decimal? National, decimal? International, int? EventsPerMonth, decimal? JpPerDay,
    decimal? JpPerDayInternational, string LegalBasis);
