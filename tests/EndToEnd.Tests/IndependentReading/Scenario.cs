using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EndToEnd.Tests.IndependentReading;

/// <summary>
/// A random world of two past years, crowded where the rules meet: New Year, midnight between zones, few activities and certificates for
/// many statements, moves of agency and kind of ASN, rows that change, contract years that begin on odd days.
/// </summary>
internal sealed class Scenario
{
    private static readonly string[] Verbs = [.. Reading.Qualifying, Reading.Qualifying[0], Reading.Qualifying[1], "http://adlnet.gov/expapi/verbs/experienced"];
    private static readonly string[] Kinds = ["PNS", "PNS", "PPPK", "PPPK", "CPNS", "PPPK_PARUH_WAKTU"];
    private static readonly DateOnly?[] Contracts = [null, new(2020, 2, 29), new(2023, 1, 1), new(2023, 3, 15), new(2022, 12, 31), new(2023, 7, 31)];
    private static readonly DateOnly[] Turns = [new(2024, 1, 1), new(2024, 3, 15), new(2024, 2, 29)];
    private static readonly decimal?[] Hours = [null, null, 10, 4, 2.5m, 7.5m, 0, 0.1m, 12.4m, 40];

    private static readonly string[] Competencies = ["", "", "GEN.DATA", "GEN.DIGLIT;GEN.CYBER", "GEN.PROBSOLV;GEN.DATA"];

    private readonly Random _random;
    private readonly string _name;

    private Scenario(int seed, string name) => (_random, _name) = (new Random(seed), name);

    private World World { get; } = new();

    /// <param name="seed">Two worlds of one seed are equal.</param>
    /// <param name="name">Keeps its agencies, activities and identifiers apart from those of other worlds.</param>
    /// <param name="firstBorn">Likewise its people: the birth dates in their NIPs begin here, one a day.</param>
    public static World Make(int seed, string name, DateOnly firstBorn, int people)
    {
        var scenario = new Scenario(seed, name);
        foreach (var hours in new[] { 7, 7, 8, 9 })
            scenario.World.Agencies.Add($"{name}-{scenario.World.Agencies.Count}", hours);
        for (var i = 0; i < people; i++)
            scenario.AddPerson(firstBorn.AddDays(i));
        for (var i = 0; i < 60; i++)
            scenario.AddActivity($"https://reading.example/{name}/{i}", FormRule.Forms[i % FormRule.Forms.Length]);
        foreach (var (i, nip) in scenario.World.People.Keys.Index().ToList())
            scenario.AddIdentifiers(i, nip);
        foreach (var nip in scenario.World.People.Keys)
            scenario.AddStatements(nip);
        scenario.AddVoidings();
        return scenario.World;
    }

    private void AddPerson(DateOnly born)
    {
        var kind = Pick(Kinds);
        var nip = born.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "2015" + (kind.StartsWith("PPPK", StringComparison.Ordinal) ? "21" : "03") + "1001";
        var first = new Spell(Pick(World.Agencies.Keys), kind, Chance(0.5) ? null : new(2020, 1, 1), null, Pick(Contracts), Chance(0.05) ? "Cuti" : "");
        var turn = Pick(Turns);
        World.People[nip] = Chance(0.5) ? [first]
            : Chance(0.2) ? [first with { To = new(2024, 2, 28) }]
            : [
                first with { To = Chance(0.2) ? null : turn.AddDays(Chance(0.8) ? -1 : -5) },
                first with { From = turn, Agency = Pick(World.Agencies.Keys), Kind = Chance(0.5) ? kind : Pick(Kinds), ContractFrom = Pick(Contracts) },
            ];
    }

    private void AddActivity(string iri, string form)
    {
        var row = new Registration(form, Chance(0.4), Pick(Hours), Chance(0.5) ? null : _random.Next(1, 4), null, null, Pick(Competencies));
        var turn = Pick(Turns);
        World.Activities[iri] = Chance(0.6) ? [row]
            : Chance(0.3) ? [row with { To = turn.AddDays(-1) }]
            : [
                row with { To = Chance(0.2) ? null : turn.AddDays(-1) },
                row with { From = turn, Form = Pick(FormRule.Forms), International = Chance(0.5), Jp = Pick(Hours) },
            ];
    }

    private void AddIdentifiers(int number, string nip)
    {
        foreach (var identifier in new Identifier[]
        {
            new("mbox", $"mailto:{_name}.{number}@reading.example"), new("openid", $"https://id.reading.example/{_name}/{number}"),
            new("mbox_sha1sum", Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"{_name}.{number}")))),
            new("account", $"https://lms.reading.example|{_name}|{number}"),
        })
        {
            var turn = Pick(Turns);
            World.Identifiers[identifier] = Chance(0.5) ? [new(nip, null, null)]
                : Chance(0.4) ? [new(nip, turn, null)]
                : [new(nip, null, Chance(0.1) ? null : turn.AddDays(-1)), new(Pick(World.People.Keys), turn, null)];
        }
    }

    private void AddStatements(string nip)
    {
        var names = World.Identifiers.Where(one => one.Value.Exists(holding => holding.Nip == nip)).Select(one => one.Key)
            .Append(new Identifier("account", $"https://nip.asn.go.id|{nip}")).ToList();
        var activities = Enumerable.Range(0, 4).Select(_ => Pick(World.Activities.Keys)).Append($"https://reading.example/{_name}/unknown").ToList();
        var moments = Enumerable.Range(0, 6).Select(_ => Moment()).ToList();
        for (var i = _random.Next(4, 24); i > 0; i--)
        {
            var actors = Chance(0.9) ? [Pick(names)] : new[] { Pick(names), Pick(World.Identifiers.Keys), Pick(names) };
            World.Statements.Add(new Said(
                NewId(), Chance(0.7) ? Pick(moments) : Moment(), actors, Pick(Verbs), Pick(activities),
                Chance(0.2) ? [Pick(activities), Pick(World.Activities.Keys)] : [], Flag(), Flag(), Chance(0.3) ? Pick(Hours) : null,
                Chance(0.4) ? _random.Next(0, 600) : null, Chance(0.3) ? $"{nip}-{_random.Next(3)}" : null));
        }
    }

    private void AddVoidings()
    {
        foreach (var said in World.Statements.Where(_ => Chance(0.06)).ToList())
            AddVoiding(said);
        // A voiding cannot be voided.
        foreach (var voiding in World.Statements.Where(said => said.Verb == Reading.Voided && Chance(0.1)).ToList())
            AddVoiding(voiding);
    }

    private void AddVoiding(Said said) =>
        World.Statements.Add(said with
        {
            Id = NewId(), At = Moment(), Verb = Reading.Voided, Object = null, Target = said.Id, Success = null, Completion = null,
            Jp = null, Minutes = null, Certificate = null,
        });

    private DateTimeOffset Moment()
    {
        var day = _random.Next(4) switch
        {
            0 => new DateTime(2023, 12, 31),
            1 => new DateTime(2024, 3, _random.Next(12, 17)),
            2 => new DateTime(2024, 2, _random.Next(27, 30)),
            _ => new DateTime(2023, 1, 1).AddDays(_random.Next(730)),
        };
        var local = day.AddHours(_random.Next(24)).AddMinutes(Pick([0, 30, 59])).AddTicks(Pick([0L, 0L, 1_230_000L, 1_234_567L]));
        return new DateTimeOffset(local, TimeSpan.FromHours(Pick([0, 0, 7, 8, 9, -5])));
    }

    private bool? Flag() => Chance(0.8) ? null : Chance(0.6);

    private bool Chance(double share) => _random.NextDouble() < share;

    private T Pick<T>(IReadOnlyCollection<T> from) => from.ElementAt(_random.Next(from.Count));

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0f) | 0x40), (byte)((bytes[8] & 0x3f) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}
