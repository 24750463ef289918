using Analytics.ClickHouse;
using Analytics.Compliance.Queries;

namespace Analytics.Compliance;

/// <summary>
/// What was learnt but counts for nobody: its learner or activity was not known on the day. It is kept, and counts once they are. As of the
/// last computation, some seconds ago at most.
/// </summary>
public sealed class UnresolvedQueries
{
    private static readonly string UnresolvedLearners = EmbeddedSql.Load<PersonYearRow>(nameof(UnresolvedLearners));
    private static readonly string UnregisteredActivities = EmbeddedSql.Load<PersonYearRow>(nameof(UnregisteredActivities));

    private static readonly string OwnUnresolvedLearners = EmbeddedSql.Load<PersonYearRow>(nameof(OwnUnresolvedLearners));

    private readonly ClickHouseClient _clickHouse;
    private readonly RulePacks _packs;
    private readonly TimeProvider _clock;

    internal UnresolvedQueries(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock) =>
        (_clickHouse, _packs, _clock) = (clickHouse, packs, clock);

    /// <summary>Learners of qualifying statements who resolve to nobody, by provider and kind of identifier; largest first.</summary>
    /// <param name="provider">Of one platform only; empty for all.</param>
    /// <param name="limit">How many groups; each shows 20 learners at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<UnresolvedPeople>> PeopleAsync(string provider, int limit, CancellationToken cancellation) =>
        await _clickHouse.QueryAsync<UnresolvedPeople>(UnresolvedLearners, Parameters(provider, limit), cancellation);

    /// <summary>Activities of qualifying statements that were not registered on the day, by provider; most statements first.</summary>
    /// <param name="provider">Of one platform only; empty for all.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<UnresolvedActivity>> ActivitiesAsync(string provider, int limit, CancellationToken cancellation) =>
        await _clickHouse.QueryAsync<UnresolvedActivity>(UnregisteredActivities, Parameters(provider, limit), cancellation);

    /// <summary>Learners nobody is known by who seem an agency's own, by their mail domain or the site of their account; most statements first.</summary>
    /// <param name="agencyCode">The agency.</param>
    /// <param name="ifi">Whether this one is among them; empty for all.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<OwnUnresolvedLearner>> OwnPeopleAsync(
        string agencyCode, string ifi, int limit, CancellationToken cancellation) =>
        await _clickHouse.QueryAsync<OwnUnresolvedLearner>(
            OwnUnresolvedLearners,
            new QueryParameters().Add("agency", agencyCode).Add("year", Wib.Today(_clock).Year).Add("ifi", ifi).Add("limit", limit)
                .AddNipNamespaces(_packs),
            cancellation);

    private static QueryParameters Parameters(string provider, int limit) =>
        new QueryParameters().Add("provider", provider).Add("limit", limit);
}

/// <param name="Provider">Whose credential the statements came with.</param>
/// <param name="Kind">mbox, mbox_sha1sum, openid or account.</param>
/// <param name="HomePage">Of accounts; else empty.</param>
/// <param name="Learners">How many.</param>
/// <param name="Statements">How many qualifying statements they have; a Group's is one of each of its members.</param>
/// <param name="LastDay">When the latest of these happened, in WIB.</param>
/// <param name="Ifis">Some of the learners. Personal data: only for those who may see it.</param>
public sealed record UnresolvedPeople(
    string Provider, string Kind, string HomePage, long Learners, long Statements, DateOnly LastDay, IReadOnlyList<string> Ifis);

/// <param name="Provider">Whose credential the statements came with.</param>
/// <param name="ActivityIri">As the statements have it.</param>
/// <param name="Statements">How many qualifying statements are about it.</param>
/// <param name="Learners">Of how many learners, known or not.</param>
/// <param name="LastDay">When the latest of these happened, where the learner worked; in WIB for those who are nobody.</param>
/// <param name="StatementIds">Some of the statements, to see how the platform names the activity.</param>
public sealed record UnresolvedActivity(
    string Provider, string ActivityIri, long Statements, long Learners, DateOnly LastDay, IReadOnlyList<Guid> StatementIds);

/// <param name="Ifi">As statements name the learner. Personal data: only for those who may see it.</param>
/// <param name="Kind">mbox or account.</param>
/// <param name="Providers">Up to five of the platforms that sent statements about them.</param>
/// <param name="Statements">How many qualifying statements wait to be counted.</param>
/// <param name="LastDay">When the latest of these happened, in WIB.</param>
public sealed record OwnUnresolvedLearner(string Ifi, string Kind, IReadOnlyList<string> Providers, long Statements, DateOnly LastDay);
