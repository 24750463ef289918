using Analytics.ClickHouse;
using Analytics.Compliance.Queries;

namespace Analytics.Compliance;

/// <summary>What a platform's registered activities count for, by the rules of today.</summary>
public sealed class ActivityWorths
{
    private static readonly string ActivitiesOfProvider = EmbeddedSql.Load<PersonYearRow>(nameof(ActivitiesOfProvider));

    private readonly ClickHouseClient _clickHouse;
    private readonly RulePacks _packs;
    private readonly TimeProvider _clock;

    internal ActivityWorths(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock) =>
        (_clickHouse, _packs, _clock) = (clickHouse, packs, clock);

    public async Task<IReadOnlyList<ActivityWorth>> OfAsync(string provider, int limit, CancellationToken cancellation)
    {
        var rows = await _clickHouse.QueryAsync<ActivityRow>(
            ActivitiesOfProvider, new QueryParameters().Add("provider", provider).Add("limit", limit), cancellation);
        var forms = _packs.On(Wib.Today(_clock))?.Forms;
        return [.. rows.Select(row => WorthOf(row, forms?.GetValueOrDefault(row.Form)))];
    }

    private static ActivityWorth WorthOf(ActivityRow row, LearningForm? form)
    {
        var value = form?.Value.Of(row.IsInternational) ?? 0;
        var counts = form?.Basis switch
        {
            null or Basis.Manual => (decimal?)null,
            Basis.Programme => row.Jp * value,
            _ => (row.Units ?? 1) * value,
        };
        return new ActivityWorth(
            row.ActivityIri, row.Title, row.Form, LevelText.Of(row.IsInternational), row.Jp, row.Units,
            counts is { } jp ? Jp.Shown(Jp.Round(jp)) : null, form is null ? null : RulePackReader.NameOf(form.Basis), form is null ? null : value,
            form?.JpPerDay?.Of(row.IsInternational), form?.EventsPerMonth, row.Competencies, row.ValidFrom, row.ValidTo);
    }

    private sealed record ActivityRow(
        string ActivityIri, string Title, string Form, decimal? Jp, decimal? Units, bool IsInternational, IReadOnlyList<string> Competencies,
        DateOnly? ValidFrom, DateOnly? ValidTo);
}

/// <summary>An activity of the registry, and what one completion of it counts.</summary>
/// <param name="Jp">As registered; null where the form has another measure.</param>
/// <param name="Units">Days, sessions, events or semesters, as registered.</param>
/// <param name="CountsJp">Before the caps of a day or month and the person's year; null where a verifier decides, where hours are claimed with each statement, or where no rule knows the form.</param>
/// <param name="Basis">PROGRAMME, PER_DAY, PER_SESSION, PER_EVENT, PER_SEMESTER or MANUAL; null where no rule knows the form.</param>
/// <param name="Value">The factor of PROGRAMME, else JP for each unit.</param>
/// <param name="JpPerDay">No more of this form counts on one day; null where there is no such cap.</param>
/// <param name="EventsPerMonth">No more of this form counts in one month; null where there is no such cap.</param>
public sealed record ActivityWorth(
    string ActivityIri, string Title, string Form, string Level, decimal? Jp, decimal? Units, decimal? CountsJp, string? Basis, decimal? Value,
    decimal? JpPerDay, int? EventsPerMonth, IReadOnlyList<string> Competencies, DateOnly? ValidFrom, DateOnly? ValidTo);
