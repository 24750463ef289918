using Analytics.Compliance;
using NodaTime;
using NodaTime.Text;

namespace Analytics.Tests.Compliance;

/// <summary>One person's registry rows and statements, built so that a test shows only what matters. Times are WIB unless they end in Z.</summary>
internal sealed class Learning
{
    public const string Completed = "http://adlnet.gov/expapi/verbs/completed";
    public const string Passed = "http://adlnet.gov/expapi/verbs/passed";
    public const string Launched = "http://adlnet.gov/expapi/verbs/launched";
    public const string Ifi = "account:https://nip.asn.go.id|199001012015031001";

    public static readonly RulePacks Packs = RulePacks.Embedded();
    public static readonly LocalDate Today = new(2026, 11, 23);

    private readonly List<EmploymentSpell> _spells = [];
    private readonly List<ActorKey> _keys = [];
    private readonly List<RegisteredActivity> _activities = [];
    private readonly Dictionary<Guid, decimal> _verified = [];
    private RulePacks _packs = Packs;
    private int _statements;

    public List<LearningStatement> Statements { get; } = [];

    public static LocalDate? Date(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static Instant At(string text) => text.EndsWith('Z')
        ? InstantPattern.ExtendedIso.Parse(text).Value
        : LocalDateTimePattern.GeneralIso.Parse(text).Value.InZoneStrictly(Zone("Asia/Jakarta")).ToInstant();

    public Learning Works(string type = "PNS", string agency = "LAN", string zone = "Asia/Jakarta", string? from = "2015-03-01", string? to = null,
        string? contract = null, string exempt = "")
    {
        _spells.Add(new EmploymentSpell(agency, Zone(zone), type, new Validity(Date(from), Date(to)), Date(contract), null, exempt));
        return this;
    }

    public Learning KnownAs(string ifi, string? from = null, string? to = null, bool theirs = true,
        EmploymentHistory? otherHolder = null)
    {
        _keys.Add(new ActorKey(ifi, new Validity(Date(from), Date(to)), theirs, otherHolder));
        return this;
    }

    public Learning Registers(string iri, string form, decimal? jp = null, decimal? units = null, bool international = false, string provider = "",
        string[]? competencies = null, string? from = null, string? to = null)
    {
        _activities.Add(new RegisteredActivity(iri, $"Title of {iri}", provider, form, jp, units, international, competencies ?? [],
            new Validity(Date(from), Date(to))));
        return this;
    }

    public Learning Says(string at, string activity, string verb = Completed, string actor = Ifi, bool? success = null, bool? completion = null,
        string duration = "", string jp = "", string certificate = "", string provider = "kolabjar", string[]? parts = null, string? id = null)
    {
        var statementId = id is null ? new Guid(++_statements, 0, 0, new byte[8]) : Guid.Parse(id);
        Statements.Add(new LearningStatement(statementId, At(at), TextKey.Of(actor), verb, TextKey.Of(activity),
            Array.ConvertAll([activity, .. parts ?? []], TextKey.Of), success, completion, duration,
            jp, certificate, provider));
        return this;
    }

    /// <summary>A verifier enters JP for the statement said last.</summary>
    public Learning Verifies(decimal jp)
    {
        _verified[Statements[^1].Id] = jp;
        return this;
    }

    public Learning Under(RulePacks packs)
    {
        _packs = packs;
        return this;
    }

    public Person Person()
    {
        if (_spells.Count == 0)
            Works();
        return new Person(new Guid(7, 0, 0, new byte[8]), new EmploymentHistory(_spells), [new ActorKey(Ifi, Validity.Always), .. _keys])
        {
            VerifiedJp = _verified,
        };
    }

    public PersonYear Year(int year = 2026, LocalDate? today = null) =>
        Engine().ComputeYear(Person(), Statements, year, today ?? Today);

    public IReadOnlyList<PersonYear> Years(params int[] years) => Engine().Compute(Person(), Statements, years, Today);

    public ComplianceEngine Engine() => new(new ActivityRegistry(_activities), _packs);
}
