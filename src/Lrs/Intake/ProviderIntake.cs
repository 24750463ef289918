using Analytics.Compliance;

namespace Lrs.Intake;

/// <summary>What came from a platform in a span of days: accepted, refused and why, not recognised. Nothing in it is about a person.</summary>
/// <param name="TimeZone">Of the days.</param>
/// <param name="LastStatementAt">When the latest statement was stored; null where there is none, however long ago.</param>
/// <param name="PerMinute">Statements stored in each of the last 60 minutes, the running one last.</param>
/// <param name="Days">Every day of the span.</param>
/// <param name="Reasons">Why requests were refused in the span, the most frequent first.</param>
/// <param name="Recent">The latest refusals one by one, the latest first.</param>
/// <param name="UnknownLearners">Of all time: learners of qualifying statements who are nobody known, by kind of identifier.</param>
/// <param name="UnknownActivities">Of all time: activities of qualifying statements that are not registered, those with the most statements first.</param>
internal sealed record ProviderIntake(
    string Provider, DateOnly From, DateOnly To, string TimeZone, DateTimeOffset? LastStatementAt, IReadOnlyList<long> PerMinute,
    IReadOnlyList<IntakeDay> Days, IReadOnlyList<RefusedFor> Reasons, IReadOnlyList<RecentRefusal> Recent,
    IReadOnlyList<UnknownLearners> UnknownLearners, IReadOnlyList<UnknownActivity> UnknownActivities);

/// <param name="Accepted">Statements stored.</param>
/// <param name="RefusedRequests">Requests refused, each as a whole, however many statements it held.</param>
/// <param name="NotRecognised">Of the accepted: qualifying statements whose learner or activity, or both, are not known.</param>
internal sealed record IntakeDay(DateOnly Day, long Accepted, long RefusedRequests, long NotRecognised, long UnknownLearner, long UnknownActivity);

/// <param name="Kind">account, mbox, mbox_sha1sum or openid.</param>
/// <param name="HomePage">Of accounts; else empty.</param>
/// <param name="Forms">How some of the identifiers are written: each digit as 9, each letter as a.</param>
internal sealed record UnknownLearners(string Kind, string HomePage, long Learners, long Statements, DateOnly LastDay, IReadOnlyList<string> Forms)
{
    private const int MaxForms = 3;

    public static UnknownLearners Of(UnresolvedPeople people) => new(
        people.Kind, people.HomePage, people.Learners, people.Statements, people.LastDay,
        [.. people.Ifis.Select(ifi => IdentifierForm.Of(ifi, people.HomePage)).Distinct().Order(StringComparer.Ordinal).Take(MaxForms)]);
}

internal sealed record UnknownActivity(string ActivityIri, long Statements, long Learners, DateOnly LastDay);

/// <summary>A platform in the list of all.</summary>
/// <param name="LastStatementAt">Within the span; null where none was stored in it.</param>
/// <param name="LastHour">Statements stored in the last 60 minutes.</param>
/// <param name="Credentials">How many are valid now.</param>
internal sealed record ProviderSummary(
    string Provider, DateTimeOffset? LastStatementAt, long LastHour, long Accepted, long RefusedRequests, int Credentials);
