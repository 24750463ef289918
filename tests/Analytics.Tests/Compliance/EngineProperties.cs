using System.Text.Json;
using Analytics.Compliance;
using Analytics.Compliance.Steps;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Analytics.Tests.Compliance;

/// <summary>What holds for any history whatever.</summary>
public sealed class EngineProperties
{
    [Property(MaxTest = 300)]
    public Property The_order_of_arrival_never_matters() => ForAll(history =>
        Shown(history.Compute()) == Shown(history.Compute(history.Statements.Shuffled(history.Seed))));

    [Property(MaxTest = 300)]
    public Property A_statement_sent_twice_never_matters() => ForAll(history =>
        Shown(history.Compute()) == Shown(history.Compute(history.Statements.Concat(history.Statements.Take(5)).Shuffled(history.Seed))));

    [Property(MaxTest = 300)]
    public Property Nothing_counts_beyond_what_it_converts_to_or_below_nothing() => ForAll(history =>
        Credits(history).All(credit => credit.CountedJp >= 0 && credit.CountedJp <= credit.ConvertedJp));

    [Property(MaxTest = 300)]
    public Property The_credits_add_up_to_the_year() => ForAll(history => history.Compute().All(year =>
        year.Credits.Sum(credit => credit.CountedJp) == year.CountedJp
        && year.Credits.Where(credit => !credit.IsDuplicate).Sum(credit => credit.ConvertedJp) == year.ConvertedJp));

    [Property(MaxTest = 300)]
    public Property What_is_cut_and_what_counts_add_up_to_what_was_converted() => ForAll(history => Credits(history).All(credit =>
        credit.Reductions.Where(cut => cut.Rule != "manual_pending").Sum(cut => cut.Jp) + credit.CountedJp == credit.ConvertedJp));

    // By each day: what counts of a form lies on the days until then on which one of its activities was met.
    [Property(MaxTest = 300)]
    public Property A_day_never_takes_more_than_its_cap() => ForAll(history => history.Compute().All(year => year.Credits
        .Where(credit => credit.Form is "ELEARNING" or "SELF_LEARN")
        .All(last =>
        {
            var until = year.Credits.Where(credit => credit.Form == last.Form && credit.Date <= last.Date).ToList();
            var cap = CapOf(last.Form, until.Any(credit => credit.International));
            return until.Sum(credit => credit.CountedJp) <= cap * history.ActiveDays(last.Form, last.Date).Count();
        })));

    // With every statement in the same hour there is one day for all platforms and activities together.
    [Property(MaxTest = 300)]
    public Property One_day_of_a_form_takes_its_cap_and_no_more() => ForAll(history =>
    {
        var day = history.Statements.Select(statement => statement with { Timestamp = Learning.At("2026-03-02T10:00:00") });
        return history.Compute(day).SelectMany(year => year.Credits).Where(credit => credit.Form is "ELEARNING" or "SELF_LEARN")
            .GroupBy(credit => credit.Form)
            .All(form => form.Sum(credit => credit.CountedJp) <= CapOf(form.Key, form.Any(credit => credit.International)));
    });

    [Property(MaxTest = 300)]
    public Property Two_events_of_a_form_count_in_a_month_and_no_more() => ForAll(history => Credits(history)
        .Where(credit => credit.Form is "COACHING" or "MENTORING" && credit.CountedJp > 0)
        .GroupBy(credit => (credit.Form, credit.Date.Year, credit.Date.Month)).All(month => month.Count() <= 2));

    [Property(MaxTest = 300)]
    public Property A_ceiling_is_never_exceeded() => ForAll(history => Credits(history)
        .Where(_ => history.Person.Employment.On(Learning.Today).EmploymentType == "PPPK")
        .GroupBy(credit => ContractCeiling.ContractYearStart(history.Person.Employment.On(credit.Date).ContractFrom, credit.Date))
        .All(year => year.Sum(credit => credit.CountedJp) <= 24));

    private static Property ForAll(Func<History, bool> holds) => Prop.ForAll(HistoryGen.Histories(), holds);

    private static IEnumerable<Credit> Credits(History history) => history.Compute().SelectMany(year => year.Credits);

    private static decimal CapOf(string form, bool international) => form == "ELEARNING" ? international ? 4 : 3 : 2;

    internal static string Shown(IEnumerable<PersonYear> years) => JsonSerializer.Serialize(years.Select(year => year with
    {
        Credits = [.. year.Credits.Select(credit => credit with { Date = default, Timestamp = default })],
    }));
}
