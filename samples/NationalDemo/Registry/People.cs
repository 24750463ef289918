namespace Samples.Registry;

/// <summary>Invents the people, agency by agency, with the proportions of the civil service on 1 November 2025.</summary>
internal sealed class People(int seed, int year, int count)
{
    private static readonly string[] Groups = ["Fungsional", "Pelaksana", "Pengawas", "Administrator", "JPT"];
    private static readonly double[] GroupWeights = [0.63, 0.31, 0.035, 0.018, 0.007];

    public IEnumerable<Person> Generate()
    {
        var serials = new Dictionary<string, int>();
        var number = 0;
        foreach (var (agency, size) in Sizes())
        {
            for (var index = 0; index < size; index++)
                yield return Invent(number++, agency, serials);
        }
    }

    /// <summary>How many people each agency has; together exactly <c>count</c>.</summary>
    public IEnumerable<(Agency Agency, int Size)> Sizes()
    {
        var total = Agencies.All.Sum(agency => agency.Weight);
        double weightSoFar = 0;
        var given = 0;
        foreach (var agency in Agencies.All)
        {
            weightSoFar += agency.Weight;
            var upTo = (int)Math.Round(count * weightSoFar / total);
            yield return (agency, upTo - given);
            given = upTo;
        }
    }

    private Person Invent(int number, Agency agency, Dictionary<string, int> serials)
    {
        var chance = Chance.Of(seed, "person", number);
        var woman = chance.Hits(0.55);
        var name = Names.Invent(chance, agency.Region, woman);
        var kind = chance.Unit() switch { < 0.64 => "PNS", < 0.655 => "CPNS", < 0.97 => "PPPK", _ => "PPPK_PARUH_WAKTU" };
        var unit = Units.Pick(chance, agency);
        var isContract = kind.StartsWith("PPPK", StringComparison.Ordinal);
        var group = kind == "PNS" ? Groups[chance.Weighted(GroupWeights)] : Groups[chance.Hits(0.7) ? 0 : 1];
        var person = isContract
            ? OnContract(chance, serials, new Person(number, "", name, kind, agency, unit, group) { EmployedFrom = default }, woman)
            : Appointed(chance, serials, new Person(number, "", name, kind, agency, unit, group) { EmployedFrom = default }, woman);
        return Turns(chance, person);
    }

    private Person Appointed(Chance chance, Dictionary<string, int> serials, Person person, bool woman)
    {
        var appointedIn = person.EmploymentType == "CPNS" ? year - chance.Between(0, 1) : year - chance.Between(2, 33);
        var month = person.EmploymentType == "CPNS" && appointedIn == year ? chance.Between(1, 4) : chance.Between(1, 12);
        var appointed = new DateOnly(appointedIn, month, 1);
        var born = Born(chance, Math.Max(appointedIn - chance.Between(20, 30), year - 58));
        var nip = Unique(serials, serial => Nip.OfOfficial(born, appointed, woman, serial));
        return person with { Nip = nip, EmployedFrom = appointed };
    }

    private Person OnContract(Chance chance, Dictionary<string, int> serials, Person person, bool woman)
    {
        var first = chance.Between(2021, year - 1);
        var born = Born(chance, year - chance.Between(24, 55));
        var contract = first < year - 3 ? 2 : 1;
        var employed = new DateOnly(first, chance.Between(1, 12), 1);
        var from = contract == 1 ? employed : employed.AddYears(3);
        var nip = Unique(serials, serial => Nip.OfContract(born, first, contract, woman, serial));
        return person with
        {
            Nip = nip, EmployedFrom = employed, ContractFrom = from, ContractTo = from.AddYears(5).AddDays(-1),
        };
    }

    /// <summary>What a year brings: study leave, long leave, a move to another agency, a farewell.</summary>
    private Person Turns(Chance chance, Person person)
    {
        var turn = chance.Unit();
        var day = new DateOnly(year, chance.Between(2, 11), 1);
        var elsewhere = chance.Pick(Agencies.All);
        if (person.EmploymentType == "PNS" && turn < 0.010)
            return person with { ExemptReason = "TUGAS_BELAJAR" };
        if (person.EmploymentType == "PNS" && turn < 0.014)
            return person with { ExemptReason = "CUTI_DI_LUAR_TANGGUNGAN_NEGARA" };
        if (turn is > 0.020 and < 0.036 && person.EmploymentType != "CPNS")
            return person with { EmployedTo = day.AddDays(-1) };
        if (person.EmploymentType == "PNS" && turn is > 0.040 and < 0.052 && elsewhere != person.Agency)
            return person with { Move = (elsewhere, day) };
        return person;
    }

    private static DateOnly Born(Chance chance, int inYear) =>
        new DateOnly(inYear, 1, 1).AddDays(chance.Between(0, 364));

    private static string Unique(Dictionary<string, int> serials, Func<int, string> nip)
    {
        var stem = nip(0);
        var serial = serials.GetValueOrDefault(stem) + 1;
        serials[stem] = serial;
        return nip(serial);
    }
}
