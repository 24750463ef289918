using Analytics.Registry;
using Testing;

namespace Analytics.Tests.Registry;

[Collection(ClickHouseFixture.Collection)]
public sealed class ComputeRequestsTests(ClickHouseFixture clickHouse)
{
    private const string IdentifiersHeader = "ifi_kind,ifi_value,nip,valid_from\n";

    [Fact]
    public async Task An_identifier_that_moves_requests_the_person_who_had_it()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.Identifiers, $"{IdentifiersHeader}mbox,mailto:a@b.id,{RegistryUnderTest.Nip1},");
        Assert.Equal(["ifi mailto:a@b.id"], await registry.TakeRequestsAsync());

        await registry.ImportAsync(RegistryTable.Identifiers, $"{IdentifiersHeader}mbox,mailto:a@b.id,{RegistryUnderTest.Nip2},");

        Assert.Equal(["ifi mailto:a@b.id", $"person {registry.PersonId(RegistryUnderTest.Nip1)}"], await registry.TakeRequestsAsync());
    }

    [Fact]
    public async Task An_identifier_given_to_another_from_a_day_on_requests_the_person_who_had_it()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.Identifiers, $"{IdentifiersHeader}account,https://lms|siti,{RegistryUnderTest.Nip1},");
        await registry.TakeRequestsAsync();

        await registry.ImportAsync(RegistryTable.Identifiers, $"{IdentifiersHeader}account,https://lms|siti,{RegistryUnderTest.Nip2},2026-05-01");

        Assert.Equal(["ifi account:https://lms|siti", $"person {registry.PersonId(RegistryUnderTest.Nip1)}"], await registry.TakeRequestsAsync());
    }

    [Fact]
    public async Task A_changed_person_and_a_changed_activity_are_requested()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);

        await registry.ImportAsync(RegistryTable.People, $"nip,name,employment_type,agency_code\n{RegistryUnderTest.Nip1},Siti,PNS,A\n{RegistryUnderTest.Nip2},Budi,PNS,A");
        await registry.ImportAsync(RegistryTable.Activities, "activity_iri,title,form,jp\nhttps://x/1,T,ELEARNING,10\nhttps://x/2,T,ELEARNING,10");
        await registry.TakeRequestsAsync();
        await registry.ImportAsync(RegistryTable.People, $"nip,name,employment_type,agency_code\n{RegistryUnderTest.Nip1},Siti,PNS,A\n{RegistryUnderTest.Nip2},Budi,PNS,B");
        await registry.ImportAsync(RegistryTable.Activities, "activity_iri,title,form,jp\nhttps://x/1,T,ELEARNING,10.00\nhttps://x/2,T,ELEARNING,11");

        Assert.Equal(["activity https://x/2", $"person {registry.PersonId(RegistryUnderTest.Nip2)}"], await registry.TakeRequestsAsync());
    }

    [Fact]
    public async Task Only_another_time_zone_of_an_agency_requests_everybody()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        const string header = "agency_code,name,kind,timezone\n";

        await registry.ImportAsync(RegistryTable.Agencies, header + "A,Another name,KEMENTERIAN,Asia/Jakarta\nC,New,KOTA,Asia/Jakarta");
        Assert.Empty(await registry.TakeRequestsAsync());

        await registry.ImportAsync(RegistryTable.Agencies, header + "A,Another name,KEMENTERIAN,Asia/Makassar");
        Assert.Equal(["everyone"], await registry.TakeRequestsAsync());
    }

    [Fact]
    public async Task A_request_stands_before_the_rows_and_again_after_them()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);

        await registry.ImportAsync(RegistryTable.Activities, "activity_iri,title,form\nhttps://x/1,T,ELEARNING");

        Assert.Equal(["before", "after"], await registry.TextsAsync(
            "SELECT if(requested_at < (SELECT max(imported_at) FROM activities), 'before', 'after') AS text FROM compute_requests ORDER BY requested_at"));
    }
}
