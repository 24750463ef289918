using Analytics.Ingest;
using Analytics.Streaming.Kafka;
using Microsoft.Extensions.Options;

namespace Analytics.Tests.Ingest;

public sealed class IngestProgressTests
{
    [Fact]
    public void Vouches_for_nothing_before_every_partition_has_said_how_far_it_is()
    {
        using var progress = New();
        progress.Apply([new PartitionProgress(0, NextOffset: 1, LastStored: 100, StoredThrough: 200, AcceptedThrough: 200)]);
        Assert.Equal((0, 0), (progress.StoredThrough, progress.ConsistentThrough));
    }

    [Fact]
    public void Does_not_vouch_for_what_is_stored_beyond_where_it_can_be_followed()
    {
        using var progress = New();
        progress.Apply([new PartitionProgress(0, 1, LastStored: 150, StoredThrough: 300, AcceptedThrough: 300), new PartitionProgress(1, 0, 0, 120, 120)]);
        // Accepted at 90, say, and stored at 150, which is not followed yet.
        Assert.Equal((120, 0), (progress.StoredThrough, progress.ConsistentThrough));
        progress.Apply([new PartitionProgress(1, 0, 0, 200, 200)]);
        Assert.Equal((200, 200), (progress.StoredThrough, progress.ConsistentThrough));
        // The next is stored beyond again: what was vouched for stays.
        progress.Apply([new PartitionProgress(0, 2, LastStored: 400, StoredThrough: 400, AcceptedThrough: 390)]);
        Assert.Equal((200, 200), (progress.StoredThrough, progress.ConsistentThrough));
        progress.Apply([new PartitionProgress(1, 0, 0, 350, 350)]);
        Assert.Equal((350, 300), (progress.StoredThrough, progress.ConsistentThrough));
    }

    [Fact]
    public void Covers_what_is_stored_and_can_be_followed()
    {
        using var progress = New();
        progress.Apply([new PartitionProgress(0, 7, LastStored: 150, StoredThrough: 150, AcceptedThrough: 150), new PartitionProgress(1, 0, 0, 120, 120)]);
        Assert.False(progress.Covers(new Dictionary<int, long> { [0] = 8, [1] = 0 }));
        Assert.False(progress.Covers(new Dictionary<int, long> { [0] = 7, [1] = 0 }));
        progress.Apply([new PartitionProgress(1, 0, 0, 151, 151)]);
        Assert.True(progress.Covers(new Dictionary<int, long> { [0] = 7, [1] = 0 }));
    }

    private static IngestProgress New() => new(clickHouse: null!, Options.Create(new KafkaOptions { Partitions = 2 }));
}
