using Testing;

namespace Analytics.Tests.Compliance;

[Collection(ClickHouseFixture.Collection)]
public sealed class SharedCertificatesTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task A_certificate_of_two_people_is_listed_with_those_whom_the_caller_may_see()
    {
        var store = await NationAsync();
        await store.SayAsync(certificate: "LAN-7");
        await store.SayAsync("mailto:two@bps.go.id", at: "2026-05-01T20:00:00Z", provider: "lms-bps", certificate: "LAN-7");
        await store.SayAsync(ComplianceStore.NipKey(3), certificate: "LAN-7");
        await store.ChangedAsync();

        var all = Assert.Single(await store.Shared.ReadAsync("", 100, CancellationToken.None));
        Assert.Equal(
            ("LAN-7", 3, 3, new DateOnly(2026, 3, 2), new DateOnly(2026, 5, 2)),
            (all.CertificateNumber, all.People, all.Statements, all.FirstDay, all.LastDay));
        Assert.Equal(["kolabjar", "lms-bps"], all.Providers);
        Assert.Equal([1, 2, 3], all.PersonIds.Select(id => (int)id.ToByteArray()[0]));

        var bps = Assert.Single(await store.Shared.ReadAsync("BPS", 100, CancellationToken.None));
        Assert.Equal(3, bps.People);
        Assert.Equal([ComplianceStore.IdOf(2)], bps.PersonIds);
        Assert.Equal([(ComplianceStore.IdOf(2), "BPS")], bps.Holders.Select(holder => (holder.PersonId, holder.AgencyCode)));
        Assert.Empty(await store.Shared.ReadAsync("BMKG", 100, CancellationToken.None));
    }

    [Fact]
    public async Task A_certificate_is_found_when_the_second_person_names_it_and_no_more_when_that_is_voided()
    {
        var store = await NationAsync();
        await store.SayAsync(certificate: "LAN-8");
        await store.ChangedAsync();
        Assert.Empty(await store.Shared.ReadAsync("", 100, CancellationToken.None));

        var second = await store.SayAsync(ComplianceStore.NipKey(3), certificate: "LAN-8");
        await store.ChangedAsync();
        Assert.Equal(2, Assert.Single(await store.Shared.ReadAsync("", 100, CancellationToken.None)).People);

        // And of nothing but what is stored, once more, as after an update.
        foreach (var table in (string[])["certificate_claims", "shared_certificates", "compliance_progress"])
            await store.Database.ExecuteAsync($"TRUNCATE TABLE {table}");
        await store.EveryoneAsync();
        Assert.Equal(2, Assert.Single(await store.Shared.ReadAsync("", 100, CancellationToken.None)).People);

        await store.VoidAsync(second);
        await store.ChangedAsync();
        Assert.Empty(await store.Shared.ReadAsync("", 100, CancellationToken.None));
    }

    [Fact]
    public async Task One_person_under_two_identifiers_or_one_nobody_knows_is_not_two_people()
    {
        var store = await NationAsync();
        await store.IdentifyAsync("mailto:one@lan.go.id", 1);
        await store.SayAsync(certificate: "A");
        await store.SayAsync("mailto:one@lan.go.id", certificate: "A");
        await store.SayAsync("mailto:nobody@x", certificate: "A");
        await store.SayAsync(certificate: "B");
        await store.SayAsync(ComplianceStore.NipKey(3), verb: Learning.Launched, certificate: "B");
        await store.VoidAsync(await store.SayAsync(ComplianceStore.NipKey(3), certificate: "B"));
        await store.SayAsync();
        await store.SayAsync(ComplianceStore.NipKey(3));
        await store.ChangedAsync();
        Assert.Empty(await store.Shared.ReadAsync("", 100, CancellationToken.None));
    }

    [Fact]
    public async Task An_identifier_is_the_person_s_of_the_day()
    {
        var store = await NationAsync();
        await store.IdentifyAsync("mailto:office@lan.go.id", 1);
        await store.IdentifyAsync("mailto:office@lan.go.id", 3, from: "2026-06-01");
        await store.SayAsync("mailto:office@lan.go.id", certificate: "A");
        await store.SayAsync("mailto:office@lan.go.id", at: "2026-07-01T08:00:00Z", certificate: "A");
        await store.SayAsync("mailto:two@bps.go.id", certificate: "A");
        await store.ChangedAsync();
        Assert.Equal(3, Assert.Single(await store.Shared.ReadAsync("", 100, CancellationToken.None)).People);
    }

    /// <summary>LAN: 1 and 3. BPS: 2, known by mail. BMKG: 4.</summary>
    private async Task<ComplianceStore> NationAsync()
    {
        var store = await ComplianceStore.FilledAsync(clickHouse);
        await store.WithAgencyAsync("BPS");
        await store.WithAgencyAsync("BMKG");
        await store.WithPersonAsync(2, agency: "BPS");
        await store.WithPersonAsync(3);
        await store.WithPersonAsync(4, agency: "BMKG");
        await store.IdentifyAsync("mailto:two@bps.go.id", 2);
        await store.EveryoneAsync();
        return store;
    }
}
