using Analytics.Compliance;
using Analytics.Compliance.Manual;
using Testing;

namespace Analytics.Tests.Compliance.Manual;

[Collection(ClickHouseFixture.Collection)]
public sealed class ManualCreditsTests(ClickHouseFixture clickHouse)
{
    private const string Ojt = "https://lms.example/ojt/1";

    [Fact]
    public async Task What_a_verifier_enters_counts_with_the_next_change_for_that_person_alone()
    {
        var (store, claim) = await ClaimedAsync();
        Assert.Equal([new Reduction("manual_pending", 8)], (await store.YearAsync()).Credits[0].Reductions);

        await EnterAsync(store, claim, 6);
        Assert.Equal(1, (await store.ChangedAsync()).People);
        var year = await store.YearAsync();
        Assert.Equal((8m, 6m, 6m), (year.ClaimedJp, year.ConvertedJp, year.CountedJp));
        Assert.Empty(year.Credits[0].Reductions);
        Assert.Equal(0, (await store.ChangedAsync()).People);
    }

    [Fact]
    public async Task Of_the_members_of_a_group_each_is_verified_alone()
    {
        var (store, _) = await ClaimedAsync();
        await store.WithPersonAsync(2);
        var shared = await store.SayAsync(activity: Ojt, at: "2025-03-02T08:00:00Z", learners: [ComplianceStore.NipKey(1), ComplianceStore.NipKey(2)]);
        await EnterAsync(store, shared, 3, person: 2);
        await store.ChangedAsync();
        Assert.Equal((0, 3), ((await store.YearAsync(1, 2025)).CountedJp, (await store.YearAsync(2, 2025)).CountedJp));
    }

    [Fact]
    public async Task A_correction_is_a_new_entry_and_the_last_one_holds_even_when_the_clock_was_set_back()
    {
        var (store, claim) = await ClaimedAsync();
        var now = store.Clock.GetUtcNow();
        var first = await EnterAsync(store, claim, 6, "Surat tugas");
        Assert.Equal(now, first.EnteredAt);
        var second = await EnterAsync(store, claim, 4.25m, "Salah hitung");
        await store.ChangedAsync();

        Assert.True(second.EnteredAt > first.EnteredAt);
        Assert.Equal(4.3m, (await store.YearAsync()).CountedJp);
        Assert.Equal([first with { Jp = 6.0m }, second], await store.Credits.ReadAsync(ComplianceStore.IdOf(1), claim, CancellationToken.None));
    }

    [Fact]
    public async Task Nought_settles_a_claim_and_what_was_voided_is_gone_whatever_was_entered()
    {
        var (store, claim) = await ClaimedAsync();
        await EnterAsync(store, claim, 0);
        await store.ChangedAsync();
        Assert.Empty((await store.YearAsync()).Credits[0].Reductions);
        await EnterAsync(store, claim, 6);
        await store.VoidAsync(claim);
        await store.ChangedAsync();
        Assert.Empty((await store.YearAsync()).Credits);
    }

    [Fact]
    public async Task An_entry_made_before_everyone_is_computed_counts_there_too()
    {
        var (store, claim) = await ClaimedAsync();
        await EnterAsync(store, claim, 6);
        await store.EveryoneAsync();
        Assert.Equal(6, (await store.YearAsync()).CountedJp);
    }

    [Fact]
    public async Task A_claim_is_found_with_its_agency_and_nothing_else_is_one()
    {
        var (store, claim) = await ClaimedAsync();
        var other = await store.SayAsync(at: "2026-03-04T08:00:00Z");
        var again = await store.SayAsync(activity: Ojt, at: "2026-03-05T08:00:00Z");
        await store.ChangedAsync();

        Assert.Equal(
            new ManualClaim(new DateOnly(2026, 3, 3), ComplianceStore.IdOf(1), claim, "LAN", Ojt, $"Title of {Ojt}", "kolabjar", "OJT", "NATIONAL", 8),
            await FindAsync(claim));
        Assert.True((await FindAsync(again))!.IsDuplicate);
        Assert.Null(await FindAsync(other));
        Assert.Null(await FindAsync(Guid.NewGuid()));
        Assert.Null(await FindAsync(claim, person: 2));

        Task<ManualClaim?> FindAsync(Guid statement, int person = 1) =>
            store.Claims.FindAsync(ComplianceStore.IdOf(person), statement, CancellationToken.None);
    }

    [Fact]
    public async Task Pending_claims_are_listed_once_the_oldest_first_page_by_page()
    {
        var (store, first) = await ClaimedAsync();
        await store.WithAgencyAsync("BPS");
        await store.WithPersonAsync(2, agency: "BPS");
        await store.WithActivityAsync("https://lms.example/ojt/2", "OTHER_NON", jp: null);
        var second = await store.SayAsync(ComplianceStore.NipKey(2), "2026-03-03T01:00:00Z", "https://lms.example/ojt/2");
        var third = await store.SayAsync(ComplianceStore.NipKey(2), "2025-05-03T01:00:00Z", Ojt);
        var verified = await store.SayAsync(ComplianceStore.NipKey(2), "2026-05-03T01:00:00Z", Ojt);
        await EnterAsync(store, verified, 3, person: 2);
        await store.ChangedAsync();

        Assert.Equal([third, first, second], await ListAsync(""));
        Assert.Equal([third, second], await ListAsync("BPS"));
        Assert.Equal([second], await ListAsync("BPS", 2026));
        var page = await store.Claims.PendingAsync(new ManualClaimsQuery("LAN", Cursor: "no cursor"), CancellationToken.None);
        Assert.Equal(("Person 1", "LAN", 8m), (page.Claims.Single().Name, page.Claims[0].AgencyCode, page.Claims[0].ClaimedJp));

        async Task<List<Guid>> ListAsync(string agency, int year = 0)
        {
            var ids = new List<Guid>();
            string? cursor = null;
            do
            {
                var next = await store.Claims.PendingAsync(new ManualClaimsQuery(agency, year, 1, cursor), CancellationToken.None);
                ids.AddRange(next.Claims.Select(claim => claim.StatementId));
                cursor = next.Next;
            }
            while (cursor is not null && ids.Count < 10);
            return ids;
        }
    }

    /// <summary>One person with one claim of 8 JP on 3 March, computed.</summary>
    private async Task<(ComplianceStore Store, Guid Claim)> ClaimedAsync()
    {
        var store = await ComplianceStore.ComputedAsync(clickHouse);
        await store.WithPersonAsync(3);
        await store.WithActivityAsync(Ojt, "OJT", 8);
        var claim = await store.SayAsync(at: "2026-03-02T20:00:00Z", activity: Ojt);
        await store.ChangedAsync();
        return (store, claim);
    }

    private static Task<ManualCredit> EnterAsync(ComplianceStore store, Guid claim, decimal jp, string reason = "Surat tugas", int person = 1) =>
        store.Credits.EnterAsync(ComplianceStore.IdOf(person), claim, jp, reason, "user:siti", CancellationToken.None);
}
