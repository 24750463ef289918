using Analytics.Compliance;
using Analytics.Registry;
using Testing;

namespace Analytics.Tests.Registry;

[Collection(ClickHouseFixture.Collection)]
public sealed class PeopleLookupTests(ClickHouseFixture clickHouse)
{
    private const string Header = "nip,name,employment_type,agency_code,employed_from,employed_to\n";

    // Today is 1 June 2066.
    [Theory]
    [InlineData("A,,|B,2066-06-01,", "B")]
    [InlineData("A,,|B,2066-06-02,", "A")]
    [InlineData("A,2020-01-01,2024-12-31|B,2010-01-01,2019-12-31", "A")]
    [InlineData("A,,2024-12-31|B,2067-01-01,", "A")]
    [InlineData("A,2068-01-01,|B,2067-01-01,", "B")]
    [InlineData("A,2020-01-01,2024-12-31|B,2010-01-01,", "B")]
    public async Task Finds_a_person_by_the_spell_of_today(string spells, string agency)
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.People, Header + string.Join('\n', spells.Split('|').Select(spell => $"{RegistryUnderTest.Nip1},Siti,PNS,{spell}")));

        var found = await registry.People.FindAsync(RegistryUnderTest.Nip1, CancellationToken.None);

        Assert.Equal(new FoundPerson(registry.PersonId(RegistryUnderTest.Nip1), "Siti", agency, "PNS"), found);
    }

    [Theory]
    [InlineData(RegistryUnderTest.Nip2)]
    [InlineData("1985")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Finds_nobody_by_a_NIP_that_is_nobodys(string? nip)
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.People, $"{Header}{RegistryUnderTest.Nip1},Siti,PNS,A,,");

        Assert.Null(await registry.People.FindAsync(nip, CancellationToken.None));
    }

    [Fact]
    public async Task Lists_agencies_with_the_people_they_have_today()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.People, $"""
            {Header}{RegistryUnderTest.Nip1},Siti,PNS,A,,
            {RegistryUnderTest.Nip1},Siti,PNS,B,2066-01-01,
            {RegistryUnderTest.Nip2},Budi,PNS,B,,2066-05-31
            """);

        var all = await registry.Agencies.ReadAsync(null, CancellationToken.None);
        var one = await registry.Agencies.ReadAsync("B", CancellationToken.None);

        Assert.Equal([("A", 0L), ("B", 1L)], all.Select(agency => (agency.Code, agency.People)));
        Assert.Equal([new ListedAgency("B", "Kota B", "KOTA", null, "94", "Asia/Jayapura", 1)], one);
    }

    [Fact]
    public async Task Counts_the_people_of_agencies_again_after_an_import_and_on_another_day()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.People, $"{Header}{RegistryUnderTest.Nip1},Siti,PNS,A,,2066-06-01");
        Assert.Equal([1L, 0], await PeopleAsync());
        await registry.ImportAsync(RegistryTable.People, $"{Header}{RegistryUnderTest.Nip2},Budi,PNS,B,,");
        Assert.Equal([1L, 1], await PeopleAsync());
        registry.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([0L, 1], await PeopleAsync());

        async Task<IEnumerable<long>> PeopleAsync() =>
            (await registry.Agencies.ReadAsync(null, CancellationToken.None)).Select(agency => agency.People);
    }

    [Fact]
    public void A_person_id_is_the_same_for_the_same_key_and_NIP_only()
    {
        Assert.True(Nip.TryParse(RegistryUnderTest.Nip1, out var one));
        Assert.True(Nip.TryParse(RegistryUnderTest.Nip2, out var two));
        var ids = new PersonIds(new InstallationKey(() => [1]));

        // HMAC-SHA256 of the digits under the key 0x01, first half.
        var expected = System.Security.Cryptography.HMACSHA256.HashData(new byte[] { 1 }, System.Text.Encoding.ASCII.GetBytes(RegistryUnderTest.Nip1));
        Assert.Equal(Convert.ToHexStringLower(expected)[..32], ids.Of(one).ToString("N"));
        Assert.NotEqual(ids.Of(one), ids.Of(two));
        Assert.NotEqual(ids.Of(one), new PersonIds(new InstallationKey(() => [2])).Of(one));
    }
}
