using Analytics.Compliance;

namespace Lrs.Tests.NationalDemo;

public sealed class PeopleTests(SmallNation small) : IClassFixture<SmallNation>
{
    [Fact]
    public void Every_NIP_is_built_as_its_kind_asks_and_belongs_to_one_person()
    {
        foreach (var person in small.Nation.People)
        {
            Assert.True(Nip.TryParse(person.Nip, out var nip));
            Assert.Equal(person.EmploymentType.StartsWith("PPPK", StringComparison.Ordinal) ? NipKind.Pppk : NipKind.Pns, nip.Kind);
            Assert.NotEqual("000", person.Nip[15..]);
        }
        Assert.Equal(SmallNation.Size, small.Nation.People.Select(person => person.Nip).Distinct().Count());
    }

    [Theory]
    [InlineData("PNS", 0.60, 0.68)]
    [InlineData("PPPK", 0.28, 0.36)]
    [InlineData("CPNS", 0.005, 0.03)]
    [InlineData("PPPK_PARUH_WAKTU", 0.01, 0.05)]
    public void Kinds_of_civil_servants_stand_as_they_do_in_the_country(string kind, double low, double high)
    {
        var share = small.Nation.People.Count(person => person.EmploymentType == kind) / (double)SmallNation.Size;
        Assert.InRange(share, low, high);
    }

    [Fact]
    public void Some_are_exempt_some_left_and_some_moved_to_another_agency()
    {
        Assert.Contains(small.Nation.People, person => person.ExemptReason.Length > 0);
        Assert.Contains(small.Nation.People, person => person.EmployedTo is { Year: 2026 });
        Assert.Contains(small.Nation.People, person => person.Move is { } move && move.Agency != person.Agency);
    }

    [Fact]
    public void A_contract_covers_the_year_and_only_PPPK_have_one()
    {
        foreach (var person in small.Nation.People)
        {
            Assert.Equal(person.EmploymentType.StartsWith("PPPK", StringComparison.Ordinal), person.ContractFrom is not null);
            if (person.ContractFrom is { } from)
                Assert.True(from >= person.EmployedFrom && from < person.ContractTo && from.Year <= 2026 && person.ContractTo?.Year >= 2026);
        }
    }

    [Fact]
    public void The_same_seed_invents_the_same_people_and_another_seed_others()
    {
        Assert.Equal(small.Nation.People, SmallNation.Make(SmallNation.Seed).People);
        Assert.NotEqual(small.Nation.People, SmallNation.Make(8).People);
    }
}
