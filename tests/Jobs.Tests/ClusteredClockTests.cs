using Testing;

namespace Jobs.Tests;

/// <summary>Several processes over one PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class ClusteredClockTests(PostgresFixture postgres)
{
    [SkippableFact]
    public async Task Of_two_clustered_processes_one_makes_each_run()
    {
        var (atOnce, most) = (0, 0);
        var started = new List<DateTimeOffset>();
        var job = ClockHost.Job("shared-job", Timetable.At("* * * * * ?", ""), async (_, _) =>
        {
            lock (started)
                started.Add(TimeProvider.System.GetUtcNow());
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(50, CancellationToken.None);
            Interlocked.Decrement(ref atOnce);
        });
        // A directory each: what they share is the database alone.
        var database = postgres.CreateDatabase();
        using var placeOfOne = new TemporaryStore(database: database);
        using var placeOfOther = new TemporaryStore(database: database);
        var rings = new RingsOfASecond();
        var starting = new[] { placeOfOne, placeOfOther }.Select(place => Task.Run(() => ClockHost.StartAsync(place, job)));
        var hosts = await Task.WhenAll(starting);
        using var one = hosts[0];
        using var other = hosts[1];
        using var patience = new CancellationTokenSource(ClockHost.Patience);
        var enough = rings.Enough();
        while (started.Count < enough)
            await Task.Delay(20, patience.Token);
        Assert.Equal(2, await placeOfOne.Store.ReadOneAsync<int>("SELECT count(*) FROM qrtz_scheduler_state", null, default));
        await one.StopAsync();
        await other.StopAsync();
        Assert.Equal(1, most);
        rings.AssertEachServedOnce(started.Count);
    }
}
