using Analytics.Streaming;
using Testing;

namespace Analytics.Tests.Streaming;

[Collection(ClickHouseFixture.Collection)]
public sealed class EmbeddedStatementStreamTests(ClickHouseFixture clickHouse) : EmbeddedStreamUnderTest(clickHouse)
{
    [Fact]
    public async Task Stores_once_what_it_tries_again_after_an_insert_whose_outcome_stayed_unknown()
    {
        var (database, wire) = await NewDatabaseAsync();
        using var stream = await StartAsync(database);
        wire.LosesAnswers = 3;
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        await stream.CatchUpAsync(CancellationToken.None);
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        await stream.CatchUpAsync(CancellationToken.None);
        Assert.Equal(2, (await StoredAsync(database)).Count);
        await stream.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stores_after_a_restart_what_it_acknowledged_and_could_not_store()
    {
        var (database, wire) = await NewDatabaseAsync();
        var (first, second) = (Statement(Guid.NewGuid()), Statement(Guid.NewGuid()));
        // It gives up soon: nothing will come of waiting.
        using (var stream = await StartAsync(database, TimeSpan.FromSeconds(1)))
        {
            await PublishedAsync(stream, first);
            await stream.CatchUpAsync(CancellationToken.None);
            wire.IsCut = true;
            await PublishedAsync(stream, second);
            await stream.StopAsync(CancellationToken.None);
        }

        wire.IsCut = false;
        Assert.Single(await StoredAsync(database));
        using var again = await StartAsync(database);
        // The first who reads, before anything else is accepted.
        await again.CatchUpAsync(CancellationToken.None);
        Assert.Equal(2, (await StoredAsync(database)).Count);
        await PublishedAsync(again, second);
        await again.CatchUpAsync(CancellationToken.None);
        Assert.Equal(2, (await StoredAsync(database)).Count);
        await again.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Refuses_another_statement_under_an_id_that_only_the_journal_has()
    {
        var (database, wire) = await NewDatabaseAsync();
        using var stream = await StartAsync(database);
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        wire.IsCut = true;
        var id = Guid.NewGuid();
        // Before the storing loop has noticed, requests are accepted; then they are told to try again.
        var kept = await stream.PublishAsync([Statement(id)], CancellationToken.None);
        Assert.Equal(PublishOutcome.Published, kept.Outcome);
        wire.IsCut = false;
        PublishResult other;
        while ((other = await stream.PublishAsync([Statement(id, "https://x.example/other")], CancellationToken.None)).Outcome == PublishOutcome.Unavailable)
            await Task.Delay(20);
        Assert.Equal(new PublishResult(PublishOutcome.Conflict, id), other);
        await stream.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Vouches_for_no_moment_after_the_oldest_statement_that_is_not_stored()
    {
        var (database, wire) = await NewDatabaseAsync();
        using var stream = await StartAsync(database);
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        await stream.CatchUpAsync(CancellationToken.None);
        wire.IsCut = true;
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        Clock.Now = Clock.Now.AddMinutes(1);
        var said = stream.ConsistentThrough;
        wire.IsCut = false;
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        await stream.CatchUpAsync(CancellationToken.None);
        Assert.All((await StoredAsync(database)).Skip(1), stored => Assert.True(stored > said));
        await stream.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stores_later_than_all_before_also_when_the_clock_was_set_back_over_a_restart()
    {
        var (database, _) = await NewDatabaseAsync();
        foreach (var hours in new[] { 0, -1, -2 })
        {
            Clock.Now = Clock.Now.AddHours(hours);
            using var stream = await StartAsync(database);
            await PublishedAsync(stream, Statement(Guid.NewGuid()));
            await stream.StopAsync(CancellationToken.None);
        }

        var stored = await StoredAsync(database);
        Assert.Equal(3, stored.Count);
        Assert.Equal(stored.Order(), stored);
        Assert.Equal(3, stored.Distinct().Count());
    }

    [Fact]
    public async Task Keeps_what_Consistent_Through_said_when_the_clock_is_set_back()
    {
        var (database, _) = await NewDatabaseAsync();
        using var stream = await StartAsync(database);
        var said = stream.ConsistentThrough;
        Clock.Now = Clock.Now.AddHours(-1);
        Assert.True(stream.ConsistentThrough >= said);
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        await stream.CatchUpAsync(CancellationToken.None);
        Assert.True(Assert.Single(await StoredAsync(database)) > said);
        await stream.StopAsync(CancellationToken.None);
    }
}
