using Analytics.ClickHouse;
using Analytics.Compliance.Queries;
using Analytics.Compliance.Steps;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>
/// Keeps <c>not_recognised</c>: of qualifying statements those whose learner was nobody on the day, or whose activity was not registered. Who
/// somebody is, and on which day, is said by the steps that count their hours, so nothing is both counted and listed, and nothing neither.
/// </summary>
internal sealed class NotRecognised(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock)
{
    private const int LearnersAtOnce = 10_000;

    private const string Insert =
        "INSERT INTO not_recognised (learner, provider, unknown_learner, last_unknown_learner, learning.id, learning.day, " +
        "learning.unknown_learner, learning.unregistered, read_at, gone) FORMAT RowBinary";

    private static readonly string DoubtfulLearners = EmbeddedSql.Load<NotRecognised>(nameof(DoubtfulLearners));
    private static readonly string NotRecognisedOfLearners = EmbeddedSql.Load<NotRecognised>(nameof(NotRecognisedOfLearners));

    private readonly RegistrySnapshots _registry = new(clickHouse);
    private readonly PeopleReader _people = new(clickHouse, packs);
    private readonly PeopleOfLearners _owners = new(clickHouse, packs);

    /// <summary>Computes these learners, and whoever else statements name these people by.</summary>
    public async Task ComputeAsync(IEnumerable<string> learners, IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var wanted = learners.ToHashSet(StringComparer.Ordinal);
        if (people.Count > 0)
            foreach (var person in await _people.ReadPeopleAsync(
                WantedPeople.Named(people), await _registry.ReadAsync(cancellation), cancellation))
                wanted.UnionWith(person.Keys.Select(key => key.Ifi));
        foreach (var some in wanted.Chunk(LearnersAtOnce))
            await ComputeSomeAsync(some, cancellation);
    }

    /// <summary>Computes every learner of whom anything may not be recognised.</summary>
    public async Task ComputeEveryoneAsync(CancellationToken cancellation)
    {
        var parameters = new QueryParameters().AddNipNamespaces(packs).Add("verbs", packs.QualifyingVerbs).Add("forms", packs.FormCodes);
        var some = new List<string>(LearnersAtOnce);
        await foreach (var learner in clickHouse.StreamBinaryAsync(
            DoubtfulLearners, parameters, static (ref RowBinaryReader row) => row.ReadString(), cancellation))
        {
            some.Add(learner);
            if (some.Count < LearnersAtOnce)
                continue;
            await ComputeSomeAsync(some, cancellation);
            some.Clear();
        }

        if (some.Count > 0)
            await ComputeSomeAsync(some, cancellation);
    }

    private async Task ComputeSomeAsync(IReadOnlyCollection<string> learners, CancellationToken cancellation)
    {
        var readAt = clock.GetUtcNow();
        var registry = await _registry.ReadAsync(cancellation);
        var wanted = WantedPeople.Named(await _owners.FindAsync(learners, cancellation));
        var owners = (await _people.ReadPeopleAsync(wanted, registry, cancellation))
            .SelectMany(person => person.Keys.Where(key => key.IsTheirs).Select(key => key.Ifi).Distinct(), (person, ifi) => (ifi, person))
            .ToLookup(owner => owner.ifi, owner => owner.person, StringComparer.Ordinal);
        var rows = await ReadStandingAsync(learners, cancellation);
        await foreach (var said in _people.StatementsAsync(learners, cancellation))
            if (Judge(said, owners[said.Learner], registry.Activities) is { } found)
                RowOf(rows, (said.Learner, said.Statement.Provider))[said.Statement.Id] = found;
        if (rows.Count > 0)
            await clickHouse.InsertBinaryAsync(Insert, rows, (writer, row) => Write(writer, row.Key, row.Value, readAt), cancellation);
    }

    /// <summary>Null where the statement is recognised, or would count for nobody anyhow.</summary>
    private NotRecognisedLearning? Judge(LearnerStatement said, IEnumerable<Person> owners, ActivityRegistry activities)
    {
        var statement = said.Statement;
        var date = DateOfLearner(statement, owners);
        var day = date ?? statement.Timestamp.InZone(Wib.Zone).Date;
        if (packs.On(day) is not { } pack || !Qualification.Qualifies(statement, pack))
            return null;
        var isUnregistered = said.ObjectId.Length > 0 && !Qualification.IsRegistered(statement.Object, day, activities, pack);
        return date is null || isUnregistered ? new(day, date is null, isUnregistered ? said.ObjectId : "") : null;
    }

    /// <summary>The local day of the person who the learner was; null where that was nobody.</summary>
    private static LocalDate? DateOfLearner(LearningStatement statement, IEnumerable<Person> owners)
    {
        foreach (var person in owners)
        {
            var (spell, date) = person.Employment.At(statement.Timestamp);
            if (person.IsNamedBy(new DatedStatement(statement, date, spell)))
                return date;
        }

        return null;
    }

    /// <summary>Rows without anything, for what stands: should nothing be found, they say that it is gone.</summary>
    private async Task<Dictionary<(string Learner, string Provider), Dictionary<Guid, NotRecognisedLearning>>> ReadStandingAsync(
        IReadOnlyCollection<string> learners, CancellationToken cancellation)
    {
        var rows = new Dictionary<(string, string), Dictionary<Guid, NotRecognisedLearning>>();
        await foreach (var row in clickHouse.StreamBinaryAsync(
            NotRecognisedOfLearners, new QueryParameters().AddKeys("wanted_learners", learners),
            static (ref RowBinaryReader row) => (row.ReadString(), row.ReadString()), cancellation))
            rows[row] = [];
        return rows;
    }

    private static Dictionary<Guid, NotRecognisedLearning> RowOf(
        Dictionary<(string, string), Dictionary<Guid, NotRecognisedLearning>> rows, (string, string) key)
    {
        if (!rows.TryGetValue(key, out var row))
            rows.Add(key, row = []);
        return row;
    }

    private static void Write(
        RowBinaryWriter writer, (string Learner, string Provider) key, Dictionary<Guid, NotRecognisedLearning> row, DateTimeOffset readAt)
    {
        var unknown = row.Values.Where(one => one.IsUnknownLearner).ToList();
        writer.Write(key.Learner);
        writer.Write(key.Provider);
        writer.Write(unknown.Count);
        writer.Write(unknown.Count == 0 ? DateOnly.FromDateTime(DateTime.UnixEpoch) : unknown.Max(one => one.Day).ToDateOnly());
        WriteColumn(writer, row.Keys, static (w, id) => w.Write(id));
        WriteColumn(writer, row.Values, static (w, one) => w.Write(one.Day.ToDateOnly()));
        WriteColumn(writer, row.Values, static (w, one) => w.Write(one.IsUnknownLearner));
        WriteColumn(writer, row.Values, static (w, one) => w.Write(one.UnregisteredActivity));
        writer.Write(readAt);
        writer.Write(row.Count == 0);
    }

    private static void WriteColumn<T>(RowBinaryWriter writer, IReadOnlyCollection<T> items, Action<RowBinaryWriter, T> write)
    {
        writer.WriteLength(items.Count);
        foreach (var item in items)
            write(writer, item);
    }
}

/// <param name="Day">The learner's local day; in WIB where the learner is nobody.</param>
/// <param name="UnregisteredActivity">Empty where the activity was registered.</param>
internal readonly record struct NotRecognisedLearning(LocalDate Day, bool IsUnknownLearner, string UnregisteredActivity);
