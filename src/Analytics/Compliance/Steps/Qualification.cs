using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Steps 3 and 4: a statement with a qualifying verb about an activity that was registered on its day.</summary>
internal static class Qualification
{
    /// <summary>Null where it gives nothing: not qualifying, unregistered, or of a form the pack of its day does not know.</summary>
    public static Candidate? CandidateOf(Person person, in DatedStatement dated, ActivityRegistry activities, RulePacks packs) =>
        packs.On(dated.Date) is { } pack
        && Qualifies(dated.Statement, pack)
        && activities.Find(dated.Statement.Object, dated.Date) is { } activity
        && pack.Forms.TryGetValue(activity.Form, out var form)
            ? new Candidate(dated, activity, form, pack)
            {
                Verified = person.VerifiedJp.TryGetValue(dated.Statement.Id, out var jp) ? jp : null,
            }
            : null;

    /// <summary>Whether an activity was registered on a day, in a form that the pack of the day knows.</summary>
    public static bool IsRegistered(TextKey activity, LocalDate on, ActivityRegistry activities, RulePack pack) =>
        activities.Find(activity, on) is { } row && pack.Forms.ContainsKey(row.Form);

    public static bool Qualifies(LearningStatement statement, RulePack pack) =>
        pack.QualifyingVerbs.Contains(statement.Verb) && statement.Success != false && statement.Completion != false;
}
