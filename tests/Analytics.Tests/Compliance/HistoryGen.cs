using Analytics.Compliance;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Analytics.Tests.Compliance;

/// <summary>Histories crowded enough that duplicates, caps and ceilings meet: few activities, few days, few certificates, one or two spells.</summary>
internal static class HistoryGen
{
    private static readonly string[] Forms = ["ELEARNING", "SELF_LEARN", "COACHING", "MENTORING", "BIMTEK", "WORKSHOP", "KURSUS", "OJT", "MAGANG"];
    private static readonly string[] Verbs = [Learning.Completed, Learning.Completed, Learning.Passed, Learning.Launched];
    private static readonly string[] Zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];
    private static readonly Instant Begin = Instant.FromUtc(2025, 12, 20, 0, 0);

    public static Arbitrary<History> Histories() => History().ToArbitrary();

    public static IReadOnlyList<T> Shuffled<T>(this IEnumerable<T> items, int seed)
    {
        var array = items.ToArray();
        new System.Random(seed).Shuffle(array);
        return array;
    }

    private static Gen<History> History() =>
        from type in Gen.Elements("PNS", "PPPK", "PPPK")
        from zone in Gen.Elements(Zones)
        from laterZone in Gen.Elements(Zones)
        from contract in Gen.Elements<LocalDate?>(null, new LocalDate(2025, 7, 1), new LocalDate(2026, 1, 4))
        from activities in Gen.ArrayOf(Activity(), 6)
        from statements in Statement().ListOf()
        from verified in Gen.ArrayOf(Gen.Elements<decimal?>(null, null, 0, 2.25m, 9))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new History(
            new Person(
                new Guid(7, 0, 0, new byte[8]),
                new EmploymentHistory([Spell(type, zone, contract, null, new LocalDate(2026, 1, 5)), Spell(type, laterZone, contract, new LocalDate(2026, 1, 6), null)]),
                [new ActorKey(Learning.Ifi, Validity.Always)])
            {
                VerifiedJp = verified.Take(statements.Count).Select((jp, i) => (Id: IdOf(i, seed), Jp: jp)).Where(one => one.Jp is not null)
                    .ToDictionary(one => one.Id, one => one.Jp!.Value),
            },
            [.. activities.Select((activity, i) => activity with { Iri = IriOf(i) })],
            [.. statements.Select((statement, i) => statement with { Id = IdOf(i, seed) })],
            seed);

    private static EmploymentSpell Spell(string type, string zone, LocalDate? contract, LocalDate? from, LocalDate? to) =>
        new("LAN", Learning.Zone(zone), type, new Validity(from, to), contract, null, "");

    private static Gen<RegisteredActivity> Activity() =>
        from form in Gen.Elements(Forms)
        from tenths in Gen.Choose(0, 240)
        from hasJp in Gen.Elements(true, true, false)
        from international in Gen.Elements(true, false)
        from units in Gen.Elements<decimal?>(null, 1, 2, 0.5m)
        select new RegisteredActivity("", "", "", form, hasJp ? tenths / 10m : null, units, international, [], Validity.Always);

    private static Gen<LearningStatement> Statement() =>
        from verb in Gen.Elements(Verbs)
        from activity in Gen.Choose(0, 6)
        from parent in Gen.Choose(0, 6)
        from halfHours in Gen.Choose(0, 24 * 48)
        from certificate in Gen.Elements("", "", "", "A", "B")
        from duration in Gen.Elements("", "PT45M", "PT3H", "nonsense")
        from jp in Gen.Elements("", "", "2.35", "7")
        from success in Gen.Elements<bool?>(null, null, true, false)
        select new LearningStatement(default, Begin + Duration.FromMinutes(30 * halfHours), TextKey.Of(Learning.Ifi), verb, TextKey.Of(IriOf(activity)),
            new[] { TextKey.Of(IriOf(activity)), TextKey.Of(IriOf(parent)) }, success, null, duration, jp, certificate, "kolabjar");

    public static string TextOf(TextKey activity) => Enumerable.Range(0, 7).Select(IriOf).Single(iri => TextKey.Of(iri) == activity);

    public static string IriOf(int activity) => $"https://lms.example/course/{activity}";

    private static Guid IdOf(int index, int seed) => new(HashCodeOf(index, seed), 0, 0, new byte[8]);

    // Distinct for distinct indexes, and in no order of them.
    private static int HashCodeOf(int index, int seed) => unchecked((index * (int)2654435761) ^ seed);
}

internal sealed record History(Person Person, RegisteredActivity[] Activities, LearningStatement[] Statements, int Seed)
{
    public IReadOnlyList<PersonYear> Compute(IEnumerable<LearningStatement>? statements = null, RulePacks? packs = null) =>
        new ComplianceEngine(new ActivityRegistry(Activities), packs ?? Learning.Packs).Compute(Person, statements ?? Statements, [2025, 2026], Learning.Today);

    /// <summary>The days of a year until one of them with a statement about an activity of a form.</summary>
    public IEnumerable<LocalDate> ActiveDays(string form, LocalDate until)
    {
        var keys = Activities.Where(activity => activity.Form == form).Select(activity => activity.Key).ToHashSet();
        return Statements.Where(statement => statement.Activities.ToArray().Any(keys.Contains))
            .Select(statement => Person.Employment.At(statement.Timestamp).Date)
            .Where(day => day.Year == until.Year && day <= until)
            .Distinct();
    }

    public override string ToString() => string.Join('\n', Activities.Cast<object>().Concat(Statements));
}
