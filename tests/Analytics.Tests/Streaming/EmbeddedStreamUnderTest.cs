using System.Text;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Schema;
using Analytics.Streaming;
using Analytics.Streaming.Embedded;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing;

namespace Analytics.Tests.Streaming;

/// <summary>The embedded stream over a database of its own, with a network that can fail and a clock that can be set.</summary>
public abstract class EmbeddedStreamUnderTest(ClickHouseFixture clickHouse) : IDisposable
{
    private protected TestDirectory Directory { get; } = new();

    private protected SetClock Clock { get; } = new();

    public void Dispose()
    {
        Directory.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<(ClickHouseClient Database, Wire Wire)> NewDatabaseAsync()
    {
        var name = "stream_" + Guid.NewGuid().ToString("N");
        await (await clickHouse.CreateDatabaseAsync()).ExecuteAsync($"CREATE DATABASE {name}");
        var wire = new Wire();
        return (new ClickHouseClient(new HttpClient(wire), () => clickHouse.Engine.Connection with { Database = name }), wire);
    }

    private protected static async Task<SchemaReady> NewSchemaAsync(ClickHouseClient database)
    {
        var schema = new SchemaReady(new SchemaMigrator(database, SchemaDialect.Embedded, NullLogger<SchemaMigrator>.Instance), NullLogger<SchemaReady>.Instance);
        await schema.StartAsync(CancellationToken.None);
        await schema.WaitAsync(CancellationToken.None);
        return schema;
    }

    /// <summary>As over a ClickHouse server; without one, the engine of our own.</summary>
    private protected StreamClaim Claim(ClickHouseClient database, string? directory, EventLog? log = null) => new(
        database, Options.Create(new ClickHouseServerOptions { Address = directory is null ? null : "http://lrs:lrs@clickhouse.example:8123/lrs" }),
        Options.Create(new DataOptions { Directory = directory ?? Directory.Path }), Clock, log ?? new EventLog());

    private protected async Task<EmbeddedStatementStream> StartAsync(
        ClickHouseClient database, TimeSpan? tryAgainFor = null, StreamClaim? claim = null, string? directory = null)
    {
        var stream = new EmbeddedStatementStream(
            new StatementsTableWriter(database), await NewSchemaAsync(database), Clock, Options.Create(new DataOptions { Directory = directory ?? Directory.Path }),
            Options.Create(new EmbeddedStreamOptions { TryAgainFor = tryAgainFor ?? TimeSpan.FromMinutes(1) }), claim ?? Claim(database, directory: null),
            NullLoggerFactory.Instance);
        await stream.StartAsync(CancellationToken.None);
        return stream;
    }

    /// <summary>As a client does: again and again while it is told to.</summary>
    private protected static async Task PublishedAsync(EmbeddedStatementStream stream, AcceptedStatement statement)
    {
        PublishResult result;
        while ((result = await stream.PublishAsync([statement], CancellationToken.None)).Outcome == PublishOutcome.Unavailable)
            await Task.Delay(20);
        Assert.Equal(PublishOutcome.Published, result.Outcome);
    }

    private protected static async Task<List<DateTimeOffset>> StoredAsync(ClickHouseClient database)
    {
        var stored = new List<DateTimeOffset>();
        await foreach (var moment in database.StreamBinaryAsync(
            "SELECT stored FROM statements ORDER BY _part, stored", null, static (ref RowBinaryReader row) => row.ReadMoment(), CancellationToken.None))
            stored.Add(moment);
        return stored;
    }

    private protected static AcceptedStatement Statement(Guid id, string activity = "https://x.example/1") =>
        new(id, Encoding.UTF8.GetBytes(Posted.Statement(id.ToString(), activity: activity)), "p", Some.Agent, "2.0.0");

    /// <summary>A network that brings inserts to ClickHouse and loses what it answers, or brings none.</summary>
    private protected sealed class Wire() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        public int LosesAnswers;
        public volatile bool IsCut;
        public volatile bool Delays;
        private HttpRequestMessage? _late;

        /// <summary>Brings what was delayed to ClickHouse now.</summary>
        public Task<HttpResponseMessage> DeliverAsync() => base.SendAsync(_late!, CancellationToken.None);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.Query.Contains("INSERT%20INTO%20statements", StringComparison.Ordinal))
                return await base.SendAsync(request, cancellationToken);
            if (IsCut)
                throw new HttpRequestException("The network is cut.");
            if (Delays)
            {
                Delays = false;
                _late = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)) };
                foreach (var (name, values) in request.Headers)
                    _late.Headers.Add(name, values);
                throw new HttpRequestException("The connection broke, but the server has the insert.");
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (Interlocked.Decrement(ref LosesAnswers) < 0)
                return response;
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            response.Dispose();
            throw new HttpRequestException("The answer was lost.");
        }
    }

    private protected sealed class EventLog : ILogger<StreamClaim>
    {
        public System.Collections.Concurrent.ConcurrentBag<int> Events { get; } = [];

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Events.Add(eventId.Id);

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }

    private protected sealed class SetClock : TimeProvider
    {
        // Finer than the microseconds of the table, as clocks are.
        public DateTimeOffset Now { get; set; } = new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero).AddTicks(7);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
