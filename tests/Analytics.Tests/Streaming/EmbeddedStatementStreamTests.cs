using System.Text;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Schema;
using Analytics.Streaming;
using Analytics.Streaming.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing;

namespace Analytics.Tests.Streaming;

[Collection(ClickHouseFixture.Collection)]
public sealed class EmbeddedStatementStreamTests(ClickHouseFixture clickHouse) : IDisposable
{
    private readonly TestDirectory _directory = new();
    private readonly SetClock _clock = new();

    public void Dispose() => _directory.Dispose();

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
        _clock.Now = _clock.Now.AddMinutes(1);
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
            _clock.Now = _clock.Now.AddHours(hours);
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
        _clock.Now = _clock.Now.AddHours(-1);
        Assert.True(stream.ConsistentThrough >= said);
        await PublishedAsync(stream, Statement(Guid.NewGuid()));
        await stream.CatchUpAsync(CancellationToken.None);
        Assert.True(Assert.Single(await StoredAsync(database)) > said);
        await stream.StopAsync(CancellationToken.None);
    }

    private async Task<(ClickHouseClient Database, Wire Wire)> NewDatabaseAsync()
    {
        var name = "stream_" + Guid.NewGuid().ToString("N");
        await (await clickHouse.CreateDatabaseAsync()).ExecuteAsync($"CREATE DATABASE {name}");
        var wire = new Wire();
        return (new ClickHouseClient(new HttpClient(wire), () => clickHouse.Engine.Connection with { Database = name }), wire);
    }

    private async Task<EmbeddedStatementStream> StartAsync(ClickHouseClient database, TimeSpan? tryAgainFor = null)
    {
        var schema = new SchemaReady(new SchemaMigrator(database, SchemaDialect.Embedded, NullLogger<SchemaMigrator>.Instance), NullLogger<SchemaReady>.Instance);
        await schema.StartAsync(CancellationToken.None);
        await schema.WaitAsync(CancellationToken.None);
        var stream = new EmbeddedStatementStream(
            new StatementsTableWriter(database), schema, _clock, Options.Create(new DataOptions { Directory = _directory.Path }),
            Options.Create(new EmbeddedStreamOptions { TryAgainFor = tryAgainFor ?? TimeSpan.FromMinutes(1) }), NullLoggerFactory.Instance);
        await stream.StartAsync(CancellationToken.None);
        return stream;
    }

    /// <summary>As a client does: again and again while it is told to.</summary>
    private static async Task PublishedAsync(EmbeddedStatementStream stream, AcceptedStatement statement)
    {
        PublishResult result;
        while ((result = await stream.PublishAsync([statement], CancellationToken.None)).Outcome == PublishOutcome.Unavailable)
            await Task.Delay(20);
        Assert.Equal(PublishOutcome.Published, result.Outcome);
    }

    private static async Task<List<DateTimeOffset>> StoredAsync(ClickHouseClient database)
    {
        var stored = new List<DateTimeOffset>();
        await foreach (var moment in database.StreamBinaryAsync(
            "SELECT stored FROM statements ORDER BY _part, stored", null, static (ref RowBinaryReader row) => row.ReadMoment(), CancellationToken.None))
            stored.Add(moment);
        return stored;
    }

    private static AcceptedStatement Statement(Guid id, string activity = "https://x.example/1") =>
        new(id, Encoding.UTF8.GetBytes(Posted.Statement(id.ToString(), activity: activity)), "p", Some.Agent, "2.0.0");

    /// <summary>A network that brings inserts to ClickHouse and loses what it answers, or brings none.</summary>
    private sealed class Wire() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        public int LosesAnswers;
        public volatile bool IsCut;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.Query.Contains("INSERT", StringComparison.Ordinal))
                return await base.SendAsync(request, cancellationToken);
            if (IsCut)
                throw new HttpRequestException("The network is cut.");
            var response = await base.SendAsync(request, cancellationToken);
            if (Interlocked.Decrement(ref LosesAnswers) < 0)
                return response;
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            response.Dispose();
            throw new HttpRequestException("The answer was lost.");
        }
    }

    private sealed class SetClock : TimeProvider
    {
        // Finer than the microseconds of the table, as clocks are.
        public DateTimeOffset Now { get; set; } = new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero).AddTicks(7);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
