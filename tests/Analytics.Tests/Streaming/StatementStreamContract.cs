using System.Text;
using Analytics.ClickHouse;
using Analytics.Streaming;
using Testing;

namespace Analytics.Tests.Streaming;

/// <summary>What every statement stream promises, whichever way statements go.</summary>
public abstract class StatementStreamContract : IAsyncLifetime
{
    private IAsyncDisposable? _running;

    protected IStatementStream Stream { get; private set; } = null!;

    protected ClickHouseClient Database { get; private set; } = null!;

    /// <summary>A running stream that is ready, over a database of its own; the last ends it.</summary>
    protected abstract Task<(IStatementStream Stream, ClickHouseClient Database, IAsyncDisposable Running)> StartAsync();

    public async Task InitializeAsync()
    {
        if (IsThere)
            (Stream, Database, _running) = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
    }

    protected virtual bool IsThere => true;

    protected virtual void Require()
    {
    }

    [SkippableFact]
    public async Task Stores_all_of_a_request_once_however_often_it_is_sent()
    {
        Require();
        var statements = Enumerable.Range(0, 50).Select(_ => Statement(Guid.NewGuid())).ToList();
        for (var i = 0; i < 3; i++)
            Assert.Equal(PublishOutcome.Published, (await Stream.PublishAsync(statements, CancellationToken.None)).Outcome);
        await Stream.CatchUpAsync(CancellationToken.None);
        Assert.Equal(statements.Select(statement => statement.Id).Order(), (await StoredAsync()).Select(stored => stored.Id).Order());
    }

    [SkippableFact]
    public async Task Answers_a_conflict_for_another_statement_of_a_stored_id_and_keeps_none_of_its_request()
    {
        Require();
        var (first, other) = (Statement(Guid.NewGuid()), Statement(Guid.NewGuid()));
        await Stream.PublishAsync([first], CancellationToken.None);
        await Stream.CatchUpAsync(CancellationToken.None);
        var result = await Stream.PublishAsync([other, Statement(first.Id, "https://lms.example.go.id/another")], CancellationToken.None);
        Assert.Equal(new PublishResult(PublishOutcome.Conflict, first.Id), result);
        await Stream.CatchUpAsync(CancellationToken.None);
        Assert.Equal(first.Id, Assert.Single(await StoredAsync()).Id);
    }

    [SkippableFact]
    public async Task What_was_published_can_be_followed_after_catching_up()
    {
        Require();
        for (var i = 0; i < 10; i++)
        {
            var statement = Statement(Guid.NewGuid());
            await Stream.PublishAsync([statement], CancellationToken.None);
            await Stream.CatchUpAsync(CancellationToken.None);
            var through = Stream.StoredThrough;
            Assert.Contains(await StoredAsync(), stored => stored.Id == statement.Id && stored.Stored <= through);
        }
    }

    [SkippableFact]
    public async Task Stores_nothing_at_or_before_what_it_said_it_was_through()
    {
        Require();
        var said = new List<(DateTimeOffset Consistent, HashSet<Guid> Stored)>();
        for (var i = 0; i < 20; i++)
        {
            var consistent = Stream.ConsistentThrough;
            said.Add((consistent, [.. (await StoredAsync()).Where(stored => stored.Stored <= consistent).Select(stored => stored.Id)]));
            await Stream.PublishAsync([.. Enumerable.Range(0, 7).Select(_ => Statement(Guid.NewGuid()))], CancellationToken.None);
        }

        await Stream.CatchUpAsync(CancellationToken.None);
        var stored = await StoredAsync();
        Assert.Equal(140, stored.Count);
        Assert.Equal(140, stored.Select(one => one.Stored).Distinct().Count());
        Assert.Equal(said.Select(one => one.Consistent).Order(), said.Select(one => one.Consistent));
        Assert.All(said, one => Assert.Equal(one.Stored.Count, stored.Count(now => now.Stored <= one.Consistent)));
    }

    protected async Task<List<(Guid Id, DateTimeOffset Stored)>> StoredAsync()
    {
        var stored = new List<(Guid Id, DateTimeOffset Stored)>();
        await foreach (var one in Database.StreamBinaryAsync(
            "SELECT id, stored FROM statements", null, static (ref RowBinaryReader row) => (row.ReadGuid(), row.ReadMoment()), CancellationToken.None))
            stored.Add(one);
        return stored;
    }

    internal static AcceptedStatement Statement(Guid id, string? activity = null) =>
        new(id, Encoding.UTF8.GetBytes(Posted.Statement(id.ToString(), activity: activity)), "p", Some.Agent, "2.0.0");
}
