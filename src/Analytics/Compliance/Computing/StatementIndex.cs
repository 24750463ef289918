using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>
/// Keeps <c>learner_statements</c>, <c>voided_statements</c> and <c>certificate_claims</c> up with <c>statements</c>, and <c>person_learning</c> up with them and the
/// registry, <c>person_identifiers</c>, <c>shared_identifiers</c> and <c>identifier_sources</c> with its identifiers; to fill any of it again changes nothing.
/// </summary>
internal sealed class StatementIndex(ClickHouseClient clickHouse)
{
    private static readonly string IndexStatements = EmbeddedSql.Load<StatementIndex>(nameof(IndexStatements));
    private static readonly string IndexVoided = EmbeddedSql.Load<StatementIndex>(nameof(IndexVoided));
    private static readonly string IndexPeople = EmbeddedSql.Load<StatementIndex>(nameof(IndexPeople));
    private static readonly string IndexCertificates = EmbeddedSql.Load<StatementIndex>(nameof(IndexCertificates));
    private static readonly string NoteSharedCertificates = EmbeddedSql.Load<StatementIndex>(nameof(NoteSharedCertificates));
    private static readonly string IndexIdentifiers = EmbeddedSql.Load<StatementIndex>(nameof(IndexIdentifiers));
    private static readonly string NoteSharedIdentifiers = EmbeddedSql.Load<StatementIndex>(nameof(NoteSharedIdentifiers));
    private static readonly string IndexSources = EmbeddedSql.Load<StatementIndex>(nameof(IndexSources));
    private static readonly string IndexEveryone = EmbeddedSql.Load<StatementIndex>(nameof(IndexEveryone));

    public async Task FillAsync(DateTimeOffset after, DateTimeOffset through, CancellationToken cancellation)
    {
        var span = new QueryParameters().Add("after", after).Add("through", through);
        // What is voided first: a credit is rather missed for a moment than shown and taken back.
        await clickHouse.ExecuteAsync(IndexVoided, span, cancellation);
        await clickHouse.ExecuteAsync(IndexStatements, span, cancellation);
        await FillCertificatesAsync(after, through, all: false, cancellation);
    }

    /// <summary>Fills <c>certificate_claims</c> from a span, and notes which of its certificates, or of all, are several learners'.</summary>
    public async Task FillCertificatesAsync(DateTimeOffset after, DateTimeOffset through, bool all, CancellationToken cancellation)
    {
        var span = new QueryParameters().Add("after", after).Add("through", through).Add("all", all);
        await clickHouse.ExecuteAsync(IndexCertificates, span, cancellation);
        await clickHouse.ExecuteAsync(NoteSharedCertificates, span, cancellation);
    }

    public async Task FillPeopleAsync(IEnumerable<Person> people, CancellationToken cancellation)
    {
        var owners = people.SelectMany(person => person.Keys.Where(key => key.IsTheirs).Select(key => (key.Ifi, person.Id))).ToHashSet();
        if (owners.Count > 0)
            await clickHouse.ExecuteAsync(IndexPeople, new QueryParameters().AddOwners("wanted_owners", owners), cancellation);
    }

    /// <summary>Fills what stands by people, and by what identifiers come from, with those that were imported since.</summary>
    /// <param name="registryAfter">A moment of <c>imported_at</c>.</param>
    /// <param name="all">Whether these are too many to look each of them up; the answer is the same.</param>
    /// <param name="cancellation">Gives up; what is filled by then is right.</param>
    public async Task FillIdentifiersAsync(DateTimeOffset registryAfter, bool all, CancellationToken cancellation)
    {
        var since = new QueryParameters().Add("registry", registryAfter).Add("all", all);
        await clickHouse.ExecuteAsync(IndexIdentifiers, since, cancellation);
        await clickHouse.ExecuteAsync(NoteSharedIdentifiers, since, cancellation);
        await clickHouse.ExecuteAsync(IndexSources, since, cancellation);
    }

    public Task FillEveryoneAsync(RulePacks packs, CancellationToken cancellation) => clickHouse.ExecuteAsync(
        IndexEveryone, new QueryParameters().Add("prefixes", packs.NipNamespaces.Select(account => account.Prefix)), cancellation);
}
