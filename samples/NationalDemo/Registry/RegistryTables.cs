using System.Globalization;
using Samples.Learning;
using Samples.Statements;

namespace Samples.Registry;

/// <summary>The registry as CSV imports, in the order they build on each other.</summary>
internal static class RegistryTables
{
    public static IEnumerable<CsvTable> Of(Nation nation) =>
    [
        new("agencies", "Agencies", "agency_code,name,kind,parent_code,province_code,timezone", Agencies.All.Select(Row)),
        new("competencies", "Competencies", "code,family,name",
            Competencies.All.Select(item => CsvTable.Row(item.Code, item.Family, item.Name))),
        new("activities", "Activities", "activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to",
            Activities(nation)),
        new("people", "People",
            "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason",
            nation.People.SelectMany(Rows)),
        new("identifiers", "Identifiers", "ifi_kind,ifi_value,nip,valid_from,valid_to",
            nation.People.SelectMany(person => Identifiers(nation, person))),
    ];

    private static string Row(Agency agency) =>
        CsvTable.Row(agency.Code, agency.Name, agency.Kind, agency.Parent, agency.Province, agency.Zone);

    private static IEnumerable<string> Activities(Nation nation) =>
        from platform in nation.Platforms
        from course in platform.Courses
        where course.Registered
        select CsvTable.Row(
            course.Iri, course.Title, platform.Provider, course.Form, Number(course.Jp), Number(course.Units), course.Level,
            course.Competencies, $"{nation.Year - 1}-01-01", "");

    /// <summary>One row for each stretch with one agency: who moved has two.</summary>
    private static IEnumerable<string> Rows(Person person)
    {
        var leaves = person.Move is { } move ? move.On.AddDays(-1) : person.EmployedTo;
        yield return Row(person, person.Agency, person.EmployedFrom, leaves);
        if (person.Move is { } to)
            yield return Row(person, to.Agency, to.On, person.EmployedTo);
    }

    private static string Row(Person person, Agency agency, DateOnly from, DateOnly? to) => CsvTable.Row(
        person.Nip, person.Name, person.EmploymentType, agency.Code, person.Unit, person.PositionGroup,
        Day(from), Day(to), Day(person.ContractFrom), Day(person.ContractTo), person.ExemptReason);

    /// <summary>How the platforms a person learns on know them, so far as the registry was told. A NIP needs no row.</summary>
    private static IEnumerable<string> Identifiers(Nation nation, Person person)
    {
        var told = new HashSet<Ifi>();
        foreach (var platform in nation.PlanFor(person).Select(taken => taken.Platform).Distinct())
        {
            var ifi = platform.Identify(person);
            if (!ifi.IsNip && platform.IsRegistered(person) && told.Add(ifi))
                yield return CsvTable.Row(ifi.Kind, ifi.Value, person.Nip, "", "");
        }
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
