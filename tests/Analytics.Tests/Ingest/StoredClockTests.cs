using Analytics.Ingest;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.Tests.Ingest;

public sealed class StoredClockTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Gives_no_moment_twice_and_each_partition_its_own()
    {
        var (one, other) = (new StoredClock(_clock), new StoredClock(_clock));
        var given = new List<(int Partition, long Stored)>();
        foreach (var (clock, partitions) in new[] { (one, new[] { 0, 3, 63 }), (other, [1, 2]), (one, [0, 3, 63]) })
        {
            clock.Begin();
            for (var i = 0; i < 100; i++)
                given.AddRange(partitions.Select(partition => (partition, clock.Next(partition))));
            clock.End();
        }

        Assert.Equal(given.Count, given.Select(one => one.Stored).Distinct().Count());
        Assert.All(given, one => Assert.Equal(one.Partition, one.Stored % 64));
        Assert.All(given.GroupBy(one => one.Partition), own => Assert.Equal(own.Select(one => one.Stored).Order(), own.Select(one => one.Stored)));
    }

    [Fact]
    public void Goes_on_after_what_it_was_through_also_when_the_time_was_set_back()
    {
        var clock = new StoredClock(_clock);
        clock.Begin();
        var last = clock.Next(5);
        clock.End();
        Assert.True(clock.Through >= last);
        clock.Raise(last + 1_000_000);
        _clock.AdjustTime(_clock.GetUtcNow().AddHours(-1));
        clock.Advance();
        var through = clock.Through;
        Assert.True(through > last + 1_000_000);
        clock.Begin();
        Assert.True(clock.Next(5) > through);
    }
}
