using Analytics.Streaming;
using Testing;

namespace Analytics.Tests.Streaming;

/// <summary>Over a ClickHouse server, which others may store into too.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class StreamClaimTests(ClickHouseFixture clickHouse) : EmbeddedStreamUnderTest(clickHouse)
{
    [Fact]
    public async Task Stores_once_though_an_insert_whose_connection_broke_comes_to_the_server_after_its_repetition()
    {
        var (database, wire) = await NewDatabaseAsync();
        using var stream = await StartAsync(database, claim: Claim(database, Directory.Path));
        wire.Delays = true;
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        await stream.CatchUpAsync(CancellationToken.None);
        Assert.Single(await StoredAsync(database));
        using (var late = await wire.DeliverAsync())
            Assert.False(late.IsSuccessStatusCode);
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        await stream.CatchUpAsync(CancellationToken.None);
        Assert.Equal(2, (await StoredAsync(database)).Count);
        await stream.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Of_two_streams_with_directories_of_their_own_the_second_waits_until_the_first_has_ended_in_order()
    {
        var (database, _) = await NewDatabaseAsync();
        using var first = await StartAsync(database, claim: Claim(database, Directory.Path));
        await PublishedAsync(first, Statement(Guid.NewGuid()));
        using var directory = new TestDirectory();
        var log = new EventLog();
        using var second = await StartAsync(database, claim: Claim(database, directory.Path, log), directory: directory.Path);
        await Eventually.TrueAsync(() => log.Events.Contains(2007));
        Assert.False(second.IsReady);
        Assert.Equal(PublishOutcome.Unavailable, (await second.PublishAsync([Statement(Guid.NewGuid())], CancellationToken.None)).Outcome);
        await first.StopAsync(CancellationToken.None);
        await PublishedAsync(second, Statement(Guid.NewGuid()));
        await second.StopAsync(CancellationToken.None);
        Assert.Equal(2, (await StoredAsync(database)).Count);
    }

    [Fact]
    public async Task After_a_kill_the_same_directory_stores_at_once_and_another_does_not()
    {
        var (database, _) = await NewDatabaseAsync();
        System.IO.Directory.CreateDirectory(Path.Combine(Directory.Path, "stream"));
        // A process that never gave it back.
        await NewSchemaAsync(database);
        await Claim(database, Directory.Path).TakeAsync(CancellationToken.None);
        using var directory = new TestDirectory();
        var log = new EventLog();
        using var other = await StartAsync(database, claim: Claim(database, directory.Path, log), directory: directory.Path);
        await Eventually.TrueAsync(() => log.Events.Contains(2007));
        Assert.False(other.IsReady);
        using var same = await StartAsync(database, claim: Claim(database, Directory.Path));
        await PublishedAsync(same, Statement(Guid.NewGuid()));
        await same.StopAsync(CancellationToken.None);
        await other.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Accepts_nothing_more_when_another_process_stores_in_its_place_and_keeps_what_it_acknowledged()
    {
        var (database, _) = await NewDatabaseAsync();
        var id = Guid.NewGuid();
        using (var stream = await StartAsync(database, claim: Claim(database, Directory.Path)))
        {
            await PublishedAsync(stream, Statement(Guid.NewGuid()));
            await stream.CatchUpAsync(CancellationToken.None);
            // A copy of the directory on another machine.
            await Claim(database, Directory.Path).TakeAsync(CancellationToken.None);
            await PublishedAsync(stream, Statement(id));
            await Eventually.TrueAsync(() => !stream.IsReady);
            await stream.StopAsync(CancellationToken.None);
        }

        Assert.Single(await StoredAsync(database));
        using var again = await StartAsync(database, claim: Claim(database, Directory.Path));
        await again.CatchUpAsync(CancellationToken.None);
        Assert.Equal(2, (await StoredAsync(database)).Count);
        await again.StopAsync(CancellationToken.None);
    }
}
