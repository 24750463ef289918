using System.Globalization;
using Analytics.ClickHouse;
using Analytics.Compliance;
using Analytics.Compliance.Manual;
using Analytics.Ingest;
using Analytics.Streaming;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Analytics.Tests.Compliance;

/// <summary>A database with registry rows and statements, and the computation over it. The clock stands at 23 November 2026 unless it is moved.</summary>
internal sealed class ComplianceStore : IStatementStream
{
    public const string Course = "https://lms.example/course/1";

    private int _statements;

    private ComplianceStore(ClickHouseClient database)
    {
        Database = database;
        Computation = NewComputation();
        Queries = new ComplianceQueries(database, Learning.Packs, Clock);
        Unresolved = new UnresolvedQueries(database, Learning.Packs, Clock);
        Credits = new ManualCredits(database, Clock);
        Claims = new ManualClaims(database, Learning.Packs, Clock);
        Shared = new SharedCertificates(database, Learning.Packs, Clock);
    }

    public ClickHouseClient Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));

    public ComplianceComputation Computation { get; set; }

    public ComplianceQueries Queries { get; }

    public UnresolvedQueries Unresolved { get; }

    public ManualCredits Credits { get; }

    public ManualClaims Claims { get; }

    public SharedCertificates Shared { get; }

    public DateTimeOffset? HeldBackAt { get; set; }

    public DateTimeOffset ConsistentThrough => HeldBackAt ?? Clock.GetUtcNow();

    public DateTimeOffset StoredThrough => ConsistentThrough;

    public bool IsReady => true;

    public Task CatchUpAsync(CancellationToken cancellation) => Task.CompletedTask;

    public static async Task<ComplianceStore> CreateAsync(ClickHouseFixture clickHouse) => new(await clickHouse.CreateDatabaseAsync());

    /// <summary>One agency, one person, one activity.</summary>
    public static async Task<ComplianceStore> FilledAsync(ClickHouseFixture clickHouse) =>
        await (await (await (await CreateAsync(clickHouse)).WithAgencyAsync()).WithPersonAsync()).WithActivityAsync();

    public static async Task<ComplianceStore> ComputedAsync(ClickHouseFixture clickHouse)
    {
        var store = await FilledAsync(clickHouse);
        await store.EveryoneAsync();
        return store;
    }

    public static string Nip(int person) => string.Create(CultureInfo.InvariantCulture, $"19900101201503{1:D1}{person:D3}");

    public static Guid IdOf(int person) => new(person, 0, 0, new byte[8]);

    public static string NipKey(int person) => Ifi.Account("https://nip.asn.go.id", Nip(person));

    public ComplianceComputation NewComputation(int peopleAtOnce = 2000, TimeProvider? clock = null, RulePacks? packs = null) => new(
        Database, this, packs ?? Learning.Packs, clock ?? Clock, new ComplianceOptions { PeopleAtOnce = peopleAtOnce }, NullLogger<ComplianceComputation>.Instance);

    public Task<ComputationResult> ChangedAsync() => Computation.ComputeChangedAsync(CancellationToken.None);

    public Task<ComputationResult> RecomputeAsync() => Computation.RecomputeEveryoneAsync(CancellationToken.None);

    public Task<ComputationResult> EveryoneAsync() => Computation.ComputeEveryoneAsync(CancellationToken.None);

    public async Task<PersonCompliance> YearAsync(int person = 1, int year = 2026) =>
        await Queries.PersonAsync(IdOf(person), year, CancellationToken.None) ?? throw new InvalidOperationException("not registered");

    public async Task<List<int>> YearsOfAsync(int person) =>
        [.. (await Database.QueryAsync<YearRow>($"SELECT year FROM person_years FINAL WHERE person_id = '{IdOf(person)}' ORDER BY year")).Select(row => row.Year)];

    public async Task<ComplianceStore> WithPersonAsync(
        int person = 1, string agency = "LAN", string type = "PNS", string? from = "2015-03-01", string? to = null, string exempt = "", string name = "")
    {
        await Database.InsertAsync("people", [new
        {
            PersonId = IdOf(person), Nip = Nip(person), Name = name.Length > 0 ? name : $"Person {person}", EmploymentType = type, AgencyCode = agency, Unit = "Pusdatin",
            PositionGroup = "JF", EmployedFrom = from, EmployedTo = to, ExemptReason = exempt, ImportedAt = Tick(),
        }]);
        return this;
    }

    public async Task<ComplianceStore> WithAgencyAsync(string code = "LAN", string zone = "Asia/Jakarta")
    {
        await Database.InsertAsync("agencies", [new { AgencyCode = code, Name = $"Agency {code}", Kind = "LEMBAGA", Timezone = zone, ImportedAt = Tick() }]);
        return this;
    }

    public async Task<ComplianceStore> WithActivityAsync(
        string iri = Course, string form = "BIMTEK", decimal? jp = 10, string provider = "", string level = "NATIONAL", string[]? competencies = null)
    {
        await Database.InsertAsync("activities", [new
        {
            ActivityIri = iri, Title = $"Title of {iri}", Provider = provider, Form = form, Jp = jp, Level = level, Competencies = competencies ?? [], ImportedAt = Tick(),
        }]);
        return this;
    }

    public Task IdentifyAsync(string ifi, int person, string? from = null) =>
        Database.InsertAsync("identifiers", [new { Ifi = ifi, ValidFrom = from, PersonId = IdOf(person), Nip = Nip(person), ImportedAt = Tick() }]);

    public Task RequestAsync(string kind, string key, TimeSpan? ago = null) =>
        Database.InsertAsync("compute_requests", [new { RequestedAt = Text(DateTimeOffset.Parse(Tick() + "Z", CultureInfo.InvariantCulture) - (ago ?? default)), Kind = kind, Key = key }]);

    /// <summary>Stores one statement now; its id is its number.</summary>
    public async Task<Guid> SayAsync(
        string? learner = null, string at = "2026-03-02T08:00:00Z", string activity = Course, string verb = Learning.Completed, string provider = "kolabjar",
        string[]? learners = null, Guid voids = default, string certificate = "")
    {
        var id = new Guid(++_statements, 0, 0, new byte[8]);
        await Database.InsertAsync("statements", [new
        {
            Id = id, Stored = Tick(), Timestamp = at.Replace('T', ' ').TrimEnd('Z'), Provider = provider, Verb = verb,
            ObjectKind = voids == default ? "Activity" : "StatementRef", ObjectId = voids == default ? activity : voids.ToString(),
            Learners = learners ?? [learner ?? NipKey(1)], Activities = voids == default ? new[] { activity } : [], Voids = voids,
            CertificateNumber = certificate,
        }]);
        return id;
    }

    /// <summary>Stores statements of one person at once, in the order given; a statement given again is stored again.</summary>
    public Task SendAsync(IEnumerable<LearningStatement> statements, int person) => Database.InsertAsync("statements", statements.Select(one => new
    {
        Id = StatementIdOf(one.Id, person), Stored = Tick(), Timestamp = Text(one.Timestamp.ToDateTimeOffset()), one.Provider, one.Verb,
        ObjectKind = "Activity", ObjectId = HistoryGen.TextOf(one.Object), Learners = new[] { NipKey(person) },
        Activities = Array.ConvertAll(one.Activities.ToArray(), HistoryGen.TextOf), one.Success, one.Completion, one.Duration,
        one.JpExtension, one.CertificateNumber,
    }).ToList());

    /// <summary>The same statement of different people differs in the end of its id, so that their order is the same.</summary>
    public static Guid StatementIdOf(Guid statement, int person)
    {
        var bytes = statement.ToByteArray(bigEndian: true);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), person);
        return new Guid(bytes, bigEndian: true);
    }

    public Task VoidAsync(IEnumerable<Guid> targets) => Database.InsertAsync("statements", targets.Select(target => new
    {
        Id = Guid.NewGuid(), Stored = Tick(), Timestamp = Text(Clock.GetUtcNow()), Verb = "http://adlnet.gov/expapi/verbs/voided",
        ObjectKind = "StatementRef", ObjectId = target.ToString(), Learners = new[] { "mailto:admin@lms.example" }, Voids = target,
    }).ToList());

    public Task<Guid> VoidAsync(Guid target) => SayAsync("mailto:admin@lms.example", verb: "http://adlnet.gov/expapi/verbs/voided", voids: target);

    public Task<PublishResult> PublishAsync(IReadOnlyList<AcceptedStatement> statements, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Every row comes a millisecond after the one before it.</summary>
    private string Tick()
    {
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        return Text(Clock.GetUtcNow());
    }

    private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private sealed record YearRow(int Year);
}
