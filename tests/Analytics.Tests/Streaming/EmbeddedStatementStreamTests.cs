using System.Text;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Schema;
using Analytics.Streaming;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing;

namespace Analytics.Tests.Streaming;

[Collection(ClickHouseFixture.Collection)]
public sealed class EmbeddedStatementStreamTests(ClickHouseFixture clickHouse)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task Stores_once_what_is_sent_again_after_an_insert_whose_outcome_stayed_unknown()
    {
        var (database, wire) = await NewDatabaseAsync();
        using var stream = await StartAsync(database);
        var statement = Statement(Guid.NewGuid());
        wire.LosesAnswers = true;
        Assert.Equal(PublishOutcome.Unavailable, (await stream.PublishAsync([statement], CancellationToken.None)).Outcome);
        wire.LosesAnswers = false;
        PublishResult again;
        while ((again = await stream.PublishAsync([statement], CancellationToken.None)).Outcome == PublishOutcome.Unavailable)
            await Task.Delay(20);

        Assert.Equal(PublishOutcome.Published, again.Outcome);
        Assert.Single(await StoredAsync(database));
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
            await stream.PublishAsync([Statement(Guid.NewGuid())], CancellationToken.None);
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
        await stream.PublishAsync([Statement(Guid.NewGuid())], CancellationToken.None);
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

    private async Task<EmbeddedStatementStream> StartAsync(ClickHouseClient database)
    {
        var schema = new SchemaReady(new SchemaMigrator(database, SchemaDialect.Embedded, NullLogger<SchemaMigrator>.Instance), NullLogger<SchemaReady>.Instance);
        await schema.StartAsync(CancellationToken.None);
        await schema.WaitAsync(CancellationToken.None);
        var options = Options.Create(new EmbeddedStreamOptions { TryAgainFor = TimeSpan.Zero });
        var stream = new EmbeddedStatementStream(
            new StatementsTableWriter(database), schema, _clock, options, NullLogger<EmbeddedStatementStream>.Instance);
        await stream.StartAsync(CancellationToken.None);
        return stream;
    }

    private static async Task<List<DateTimeOffset>> StoredAsync(ClickHouseClient database)
    {
        var stored = new List<DateTimeOffset>();
        await foreach (var moment in database.StreamBinaryAsync(
            "SELECT stored FROM statements ORDER BY _part, stored", null, static (ref RowBinaryReader row) => row.ReadMoment(), CancellationToken.None))
            stored.Add(moment);
        return stored;
    }

    private static AcceptedStatement Statement(Guid id) =>
        new(id, Encoding.UTF8.GetBytes(Posted.Statement(id.ToString())), "p", Some.Agent, "2.0.0");

    /// <summary>A network that brings the insert to ClickHouse and loses what it answers.</summary>
    private sealed class Wire() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        public volatile bool LosesAnswers;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!LosesAnswers || !request.RequestUri!.Query.Contains("INSERT", StringComparison.Ordinal))
                return response;
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            response.Dispose();
            throw new HttpRequestException("The answer was lost.");
        }
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
