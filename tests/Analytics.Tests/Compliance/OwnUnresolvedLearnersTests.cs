using Testing;

namespace Analytics.Tests.Compliance;

[Collection(ClickHouseFixture.Collection)]
public sealed class OwnUnresolvedLearnersTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task A_learner_is_the_agency_s_whose_people_have_that_mail_domain_or_site()
    {
        var store = await FourKnownAsync();
        await store.SayAsync("mailto:baru@LAN.example", provider: "kolabjar");
        await store.SayAsync("mailto:baru@LAN.example", "2026-05-01T08:00:00Z", provider: "pusdiklat");
        await store.SayAsync("account:https://lms.lan.example|77");
        // Everybody's domain, another agency's, and a site whose name only begins alike.
        await store.SayAsync("mailto:siapa@gmail.example");
        await store.SayAsync("mailto:lain@bps.example");
        await store.SayAsync("account:https://lms.lan.example.org|78");
        await store.ChangedAsync();

        var own = await store.Unresolved.OwnPeopleAsync("LAN", "", 10, CancellationToken.None);
        Assert.Equal(
            [("mailto:baru@LAN.example", "mbox", 2L, new DateOnly(2026, 5, 1)), ("account:https://lms.lan.example|77", "account", 1, new(2026, 3, 2))],
            own.Select(learner => (learner.Ifi, learner.Kind, learner.Statements, learner.LastDay)));
        Assert.Equal(["kolabjar", "pusdiklat"], own[0].Providers.Order());
        Assert.Empty(await store.Unresolved.OwnPeopleAsync("BPS", "", 10, CancellationToken.None));
    }

    [Fact]
    public async Task One_who_is_known_or_no_longer_stands_is_not_among_them()
    {
        var store = await FourKnownAsync();
        await store.SayAsync("mailto:one@lan.example");
        await store.SayAsync("mailto:launched@lan.example", verb: Learning.Launched);
        await store.VoidAsync(await store.SayAsync("mailto:voided@lan.example"));
        await store.ChangedAsync();
        Assert.Empty(await store.Unresolved.OwnPeopleAsync("LAN", "", 10, CancellationToken.None));
    }

    [Fact]
    public async Task One_learner_can_be_asked_for()
    {
        var store = await FourKnownAsync();
        await store.SayAsync("mailto:a@lan.example");
        await store.SayAsync("mailto:b@lan.example");
        await store.ChangedAsync();
        Assert.Equal("mailto:b@lan.example", Assert.Single(await store.Unresolved.OwnPeopleAsync("LAN", "mailto:b@lan.example", 10, CancellationToken.None)).Ifi);
    }

    /// <summary>Three of LAN and one of BPS, each known by mail and by account; gmail is used by both.</summary>
    private async Task<ComplianceStore> FourKnownAsync()
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        await store.WithAgencyAsync("LAN");
        await store.WithAgencyAsync("BPS");
        await store.WithActivityAsync();
        foreach (var person in Enumerable.Range(1, 3))
        {
            await store.WithPersonAsync(person);
            await store.IdentifyAsync(person == 1 ? "mailto:one@lan.example" : $"mailto:{person}@lan.example", person);
            await store.IdentifyAsync($"account:https://lms.lan.example|{person}", person);
            await store.IdentifyAsync($"mailto:{person}@gmail.example", person);
        }

        await store.WithPersonAsync(4, "BPS");
        await store.IdentifyAsync("mailto:4@bps.example", 4);
        await store.IdentifyAsync("mailto:4@gmail.example", 4);
        return store;
    }
}
