namespace EndToEnd.Tests.IndependentReading;

/// <summary>
/// How hours are counted, read once more from the rules as they are agreed: simple, slow, and with nothing in common with the engine.
/// The steps bear the numbers of docs/compliance.md.
/// </summary>
internal sealed class Reading
{
    private const string NipHome = "https://nip.asn.go.id|";
    public const string Voided = "http://adlnet.gov/expapi/verbs/voided";

    public static readonly string[] Qualifying =
    [
        "http://adlnet.gov/expapi/verbs/completed", "http://adlnet.gov/expapi/verbs/passed", "http://adlnet.gov/expapi/verbs/attended",
        "https://w3id.org/xapi/adl/verbs/satisfied",
    ];

    private readonly World _world;
    private readonly List<Said> _statements;
    private readonly Dictionary<string, List<(Said Said, DateOnly Date)>> _statementsOf = [];

    public Reading(World world)
    {
        _world = world;
        // 1. What is voided is not there, whichever came first; a voiding itself cannot be voided.
        var targets = world.Statements.Where(said => said.Verb == Voided).Select(said => said.Target).ToHashSet();
        _statements = [.. world.Statements.Where(said => said.Verb == Voided || !targets.Contains(said.Id))];
        foreach (var said in _statements)
            foreach (var nip in said.Actors.Select(actor => Who(actor, said.At)).OfType<string>().Distinct())
                (_statementsOf.TryGetValue(nip, out var list) ? list : _statementsOf[nip] = []).Add((said, LocalDate(nip, said.At)));
    }

    /// <summary>Every candidate of a person, of all years, in order of timestamp, then id, with all its cuts.</summary>
    public List<Claim> Count(string nip)
    {
        var claims = _statementsOf.GetValueOrDefault(nip, []).Select(one => ClaimOf(nip, one.Said, one.Date)).OfType<Claim>()
            .OrderBy(claim => claim.Said.At).ThenBy(claim => claim.Said.Id.ToString(), StringComparer.Ordinal).ToList();
        var certificates = new HashSet<string>();
        var learnt = new HashSet<string>();
        var events = new Dictionary<string, int>();
        var laid = new Dictionary<(string Form, DateOnly Day), decimal>();
        var countedOf = new Dictionary<DateOnly, decimal>();
        foreach (var claim in claims)
        {
            // 6. Only what counts uses up its keys.
            var key = claim.Rule.Basis == "PER_SESSION" ? $"{claim.Iri} {claim.Date:O}" : $"{claim.Iri} {claim.Date.Year}";
            if (learnt.Contains(key) || (claim.Said.Certificate is { } number && certificates.Contains(number)))
            {
                claim.Cut("duplicate", claim.Converted, always: true);
                continue;
            }

            learnt.Add(key);
            certificates.Add(claim.Said.Certificate ?? "");
            if (claim.Rule.Basis == "MANUAL" && !_world.Entered.ContainsKey((nip, claim.Said.Id)))
                claim.Pend();

            // 9. Events of a month, hours of a day.
            var month = $"{claim.Form} {claim.Date:yyyy-MM}";
            if (claim.Rule.EventsPerMonth is { } most && (events[month] = events.GetValueOrDefault(month) + 1) > most)
                claim.Cut("events_per_month", claim.Counted);
            if ((claim.Registered.International ? claim.Rule.InternationalJpPerDay ?? claim.Rule.JpPerDay : claim.Rule.JpPerDay) is { } cap)
                claim.Cut("jp_per_day", Lay(nip, claim, cap, laid));

            // 10. At most 24 in a contract year of a PPPK.
            var spell = SpellOn(nip, claim.Date);
            if (spell.Kind != "PPPK")
                continue;
            var start = spell.ContractFrom is { } from ? ContractYear(from, claim.Date) : new DateOnly(claim.Date.Year, 1, 1);
            claim.Cut("over_cap", claim.Counted - Math.Min(claim.Counted, 24 - countedOf.GetValueOrDefault(start)));
            countedOf[start] = countedOf.GetValueOrDefault(start) + claim.Counted;
        }

        return claims;
    }

    /// <summary>The spell of a past year's 31 December: the last one, where the person was employed no longer.</summary>
    public Spell SpellOn(string nip, DateOnly date)
    {
        var spells = _world.People[nip];
        return spells.LastOrDefault(spell => Covers(spell.From, spell.To, date))
            ?? spells.Where(spell => spell.To < date).MaxBy(spell => spell.To)
            ?? spells[0];
    }

    /// <summary>The last day of the 36 months up to 31 December on which a competency was shown, also by what counts no hours.</summary>
    public static DateOnly? ShownOn(string competency, List<Claim> claims, int year)
    {
        var end = new DateOnly(year, 12, 31);
        return claims.Where(claim => Qualifying[..2].Contains(claim.Said.Verb) && claim.Registered.Competencies.Split(';').Contains(competency))
            .Select(claim => (DateOnly?)claim.Date).Where(date => end.AddMonths(-36) <= date && date <= end).Max();
    }

    // 2. An account in the NIP namespace is that person; any other identifier is whose it is on the holder's local date.
    private string? Who(Identifier actor, DateTimeOffset at)
    {
        if (actor.Kind == "account" && actor.Value.StartsWith(NipHome, StringComparison.Ordinal))
            return actor.Value[NipHome.Length..] is var nip && _world.People.ContainsKey(nip) ? nip : null;
        return _world.Identifiers.GetValueOrDefault(actor, [])
            .LastOrDefault(holding => Covers(holding.From, holding.To, LocalDate(holding.Nip, at)))?.Nip;
    }

    // 3, 4, 7, 8. What it is about, whether it qualifies, what is claimed and what that converts to.
    private Claim? ClaimOf(string nip, Said said, DateOnly date)
    {
        if (said.Object is not { } iri || !Qualifying.Contains(said.Verb) || said.Success == false || said.Completion == false)
            return null;
        if (_world.Activities.GetValueOrDefault(iri, []).LastOrDefault(row => Covers(row.From, row.To, date)) is not { } row)
            return null;
        var rule = FormRule.Of(row.Form);
        var value = row.International ? rule.International ?? rule.National : rule.National;
        var hours = row.Jp ?? said.Jp ?? Math.Floor((said.Minutes ?? 0) / 45m);
        var (claimed, converted) = rule.Basis switch
        {
            "PROGRAMME" => (hours, hours * value),
            "MANUAL" => (hours, _world.Entered.GetValueOrDefault((nip, said.Id))),
            _ => ((row.Units ?? 1) * rule.National, (row.Units ?? 1) * value),
        };
        return new Claim(said, date, iri, row, rule, claimed, Math.Floor((converted * 10) + 0.5m) / 10);
    }

    // 5. The date in the zone of the agency of that date; where a move between zones leaves none, the former agency's.
    private DateOnly LocalDate(string nip, DateTimeOffset at)
    {
        var spells = _world.People[nip];
        DateOnly In(Spell spell) => DateOnly.FromDateTime(at.UtcDateTime.AddHours(_world.Agencies[spell.Agency]));
        return In(spells.LastOrDefault(spell => Covers(spell.From, spell.To, In(spell)))
            ?? spells.Where(spell => spell.To < In(spell)).MaxBy(spell => spell.To)
            ?? spells[0]);
    }

    /// <summary>Lays a claim's hours on its active days; what finds no room.</summary>
    private decimal Lay(string nip, Claim claim, decimal cap, Dictionary<(string Form, DateOnly Day), decimal> laid)
    {
        var left = claim.Counted;
        var days = _statementsOf[nip]
            .Where(one => one.Said.Object == claim.Iri || one.Said.Around.Contains(claim.Iri))
            .Select(one => one.Date).Where(day => day.Year == claim.Date.Year && day <= claim.Date).Distinct().Order();
        foreach (var day in days)
        {
            var room = Math.Max(0, cap - laid.GetValueOrDefault((claim.Form, day)));
            laid[(claim.Form, day)] = laid.GetValueOrDefault((claim.Form, day)) + Math.Min(room, left);
            left -= Math.Min(room, left);
        }

        return left;
    }

    private static DateOnly ContractYear(DateOnly from, DateOnly date)
    {
        var start = from.AddYears(date.Year - from.Year);
        return start <= date ? start : from.AddYears(date.Year - from.Year - 1);
    }

    private static bool Covers(DateOnly? from, DateOnly? to, DateOnly date) => (from ?? date) <= date && date <= (to ?? date);
}
