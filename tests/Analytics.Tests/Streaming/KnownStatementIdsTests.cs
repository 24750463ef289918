using Analytics.Streaming;

namespace Analytics.Tests.Streaming;

public sealed class KnownStatementIdsTests
{
    [Fact]
    public void Never_says_new_of_an_id_it_was_given_and_seldom_known_of_another()
    {
        var ids = new KnownStatementIds();
        ids.Reset(0);
        var added = Enumerable.Range(0, 50_000).Select(_ => Guid.CreateVersion7()).ToList();
        Parallel.ForEach(added, ids.Add);
        ids.Loaded();
        Assert.All(added, id => Assert.True(ids.MayContain(id)));
        Assert.InRange(Enumerable.Range(0, 50_000).Count(_ => ids.MayContain(Guid.NewGuid())), 0, 50);
    }

    [Fact]
    public void Says_look_of_every_id_until_the_stored_ones_are_loaded()
    {
        var ids = new KnownStatementIds();
        Assert.True(ids.MayContain(Guid.NewGuid()));
        ids.Reset(0);
        Assert.True(ids.MayContain(Guid.NewGuid()));
        ids.Loaded();
        Assert.False(ids.MayContain(Guid.NewGuid()));
    }
}
