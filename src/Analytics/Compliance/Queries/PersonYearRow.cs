namespace Analytics.Compliance.Queries;

/// <summary>A row of <c>person_years</c> as it is read.</summary>
internal sealed record PersonYearRow(
    string AgencyCode, string EmploymentType, string Status, decimal? MinJp, decimal? MaxJp, string RequirementRule, decimal? TargetJp,
    bool TargetMet, decimal ClaimedJp, decimal ConvertedJp, decimal CountedJp, IReadOnlyList<CreditRow> Credits,
    IReadOnlyList<CoveredRow> Covered, long ComputedAt)
{
    public static PersonYearRow Of(PersonYear year, DateTimeOffset computedAt) => new(
        year.AgencyCode, year.EmploymentType, StatusText.Of(year.Status), year.Requirement.MinJp, year.Requirement.MaxJp,
        year.Requirement.Rule ?? "", year.Target?.MinJp, year.Target?.Met ?? false, year.ClaimedJp, year.ConvertedJp, year.CountedJp,
        [.. year.Credits.Select(CreditRow.Of)],
        [.. year.Competencies.Select(covered => new CoveredRow(covered.Code, covered.Date.ToDateOnly()))],
        Micro.Of(computedAt));

    public PersonCompliance Show(
        Guid personId, string name, int year, string agencyName, IReadOnlyList<(string Code, string Name)> competencies) => new(
        personId, name, year, EmploymentType, AgencyCode, agencyName,
        new Requirement(Shown(MinJp), Shown(MaxJp), RequirementRule.Length == 0 ? null : RequirementRule),
        TargetJp is { } target ? new Target(Jp.Shown(target), TargetMet) : null,
        Jp.Shown(ClaimedJp), Jp.Shown(ConvertedJp), Jp.Shown(CountedJp), Status,
        [.. Credits.Select(credit => credit.Show())],
        [.. competencies.Select(competency => Show(competency.Code, competency.Name))],
        Micro.ToMoment(ComputedAt));

    private PersonCompetency Show(string code, string name)
    {
        var covered = Covered.FirstOrDefault(one => one.Code == code);
        return new PersonCompetency(code, name, covered is not null, covered?.Date);
    }

    private static decimal? Shown(decimal? jp) => jp is { } value ? Jp.Shown(value) : null;
}

internal sealed record CreditRow(
    Guid StatementId, string ActivityIri, string Title, string Provider, string Form, string Level, DateOnly Date, long Timestamp,
    decimal ClaimedJp, decimal ConvertedJp, decimal CountedJp, IReadOnlyList<Reduction> Reductions)
{
    public static CreditRow Of(Credit credit) => new(
        credit.StatementId, credit.ActivityIri, credit.Title, credit.Provider, credit.Form, LevelText.Of(credit.International),
        credit.Date.ToDateOnly(), Micro.Of(credit.Timestamp.ToDateTimeOffset()), credit.ClaimedJp, credit.ConvertedJp, credit.CountedJp,
        credit.Reductions);

    public PersonCredit Show() => new(
        StatementId, ActivityIri, Title, Provider, Form, Level, Date, Micro.ToMoment(Timestamp), Jp.Shown(ClaimedJp), Jp.Shown(ConvertedJp),
        Jp.Shown(CountedJp), [.. Reductions.Select(cut => cut with { Jp = Jp.Shown(cut.Jp) })]);
}

internal sealed record CoveredRow(string Code, DateOnly Date);

/// <summary>Moments as ClickHouse keeps them: microseconds since 1970.</summary>
internal static class Micro
{
    public static long Of(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToMoment(long micro) => DateTimeOffset.UnixEpoch.AddTicks(micro * TimeSpan.TicksPerMicrosecond);
}
