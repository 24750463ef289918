using System.Text;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Streaming;
using Analytics.Streaming.Kafka;
using Analytics.Tests.Streaming;
using Confluent.Kafka;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing;

namespace Analytics.Tests.Ingest;

/// <summary>From Kafka to ClickHouse, and what may go wrong between them.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class IngestTests(ClickHouseFixture clickHouse, KafkaFixture kafka)
{
    private readonly string _prefix = $"ingest-{Guid.NewGuid():N}";

    [SkippableFact]
    public async Task A_message_that_cannot_be_read_is_set_aside_and_stops_nothing()
    {
        var broker = await kafka.BrokerAsync();
        var database = await clickHouse.CreateDatabaseAsync();
        await using var host = await KafkaStreamHost.StartAsync(broker, database, _prefix);
        await ProduceAsync(host, Guid.NewGuid(), "not a statement"u8.ToArray());
        await ProduceAsync(host, Guid.NewGuid(), Value(Guid.NewGuid(), "{}"));
        var good = StatementStreamContract.Statement(Guid.NewGuid());
        await host.Stream.PublishAsync([good], CancellationToken.None);
        await host.Stream.CatchUpAsync(CancellationToken.None);

        Assert.Equal(good.Id, Assert.Single(await StoredAsync(database)));
        var listed = await host.Service<SetAsideStatements>().ListAsync(10, CancellationToken.None);
        Assert.Equal(["NotDecoded", "NotMapped"], listed.Select(one => one.Reason).Order());
        Assert.All(listed, one => Assert.Null(one.DrivenAt));
    }

    [SkippableFact]
    public async Task Another_statement_of_a_stored_id_that_nobody_saw_is_set_aside_and_can_be_driven_again()
    {
        var broker = await kafka.BrokerAsync();
        var database = await clickHouse.CreateDatabaseAsync();
        await using var host = await KafkaStreamHost.StartAsync(broker, database, _prefix);
        var id = Guid.NewGuid();
        await ProduceAsync(host, id, Value(id, Posted.Statement($"{id}")));
        await ProduceAsync(host, id, Value(id, Posted.Statement($"{id}")));
        await ProduceAsync(host, id, Value(id, Posted.Statement($"{id}", activity: "https://lms.example.go.id/another")));
        await host.Stream.CatchUpAsync(CancellationToken.None);
        var setAside = host.Service<SetAsideStatements>();
        var conflict = Assert.Single(await setAside.ListAsync(10, CancellationToken.None));
        Assert.Equal((nameof(SetAsideReason.Conflict), id), (conflict.Reason, conflict.StatementId));
        Assert.Single(await StoredAsync(database));

        // What was in its way is gone.
        await database.ExecuteAsync("DELETE FROM statements WHERE id = {id:UUID}", new QueryParameters().Add("id", id));
        Assert.Equal(1, await setAside.DriveAsync(null, CancellationToken.None));
        await host.Stream.CatchUpAsync(CancellationToken.None);
        Assert.Equal(id, Assert.Single(await StoredAsync(database)));
        Assert.NotNull(Assert.Single(await setAside.ListAsync(10, CancellationToken.None)).DrivenAt);
        Assert.Equal(0, await setAside.DriveAsync(null, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Two_processes_share_the_partitions_and_what_one_leaves_the_other_goes_on_with()
    {
        var broker = await kafka.BrokerAsync();
        var database = await clickHouse.CreateDatabaseAsync();
        await using var first = await KafkaStreamHost.StartAsync(broker, database, _prefix);
        var second = await KafkaStreamHost.StartAsync(broker, database, _prefix);
        var published = new List<Guid>();
        await PublishAsync(first, published, 300);
        await PublishAsync(second, published, 300);
        await first.Stream.CatchUpAsync(CancellationToken.None);
        await AssertStoredAsync(database, published);

        await second.DisposeAsync();
        await PublishAsync(first, published, 300);
        await first.Stream.CatchUpAsync(CancellationToken.None);
        await AssertStoredAsync(database, published);
    }

    [SkippableFact]
    public async Task Nothing_is_lost_while_ClickHouse_is_away()
    {
        var wire = new CutWire();
        var database = await wire.ToNewDatabaseAsync(clickHouse);
        await using var host = await StartAsync(database);
        var published = new List<Guid>();
        await PublishAsync(host, published, 10);
        wire.IsCut = true;
        await PublishAsync(host, published, 100);
        Assert.True(host.Stream.IsReady);
        wire.IsCut = false;
        await host.Stream.CatchUpAsync(CancellationToken.None);
        await AssertStoredAsync(database, published);
    }

    [SkippableFact]
    public async Task An_insert_whose_answer_was_lost_is_stored_once()
    {
        var wire = new CutWire();
        var database = await wire.ToNewDatabaseAsync(clickHouse);
        await using var host = await StartAsync(database);
        var published = new List<Guid>();
        wire.LosesAnswersOfInserts = 1;
        await PublishAsync(host, published, 50);
        await host.Stream.CatchUpAsync(CancellationToken.None);
        await AssertStoredAsync(database, published);
        Assert.Equal(0, wire.LosesAnswersOfInserts);
    }

    [SkippableFact]
    public async Task What_was_found_stored_is_not_said_to_be_found_before_it_can_be_followed()
    {
        var wire = new CutWire();
        var database = await wire.ToNewDatabaseAsync(clickHouse);
        await using var host = await StartAsync(database);
        // Once only, so that nothing that is stored after it says how late it was.
        var published = new List<Guid>();
        wire.LosesAnswersOfInserts = 1;
        await PublishAsync(host, published, 10);
        await host.Stream.CatchUpAsync(CancellationToken.None);
        await AssertStoredAsync(database, published);

        await Eventually.TrueAsync(async () => (await LaterThanSaidAsync(database)) == 0);
    }

    [SkippableFact]
    public async Task A_process_that_lost_its_partition_stores_nothing_more()
    {
        KafkaBroker.Require();
        var database = await clickHouse.CreateDatabaseAsync();
        var (paused, other) = (Claims(database), Claims(database));
        var assigned = new HashSet<int> { 0, 1 };
        var held = await paused.HoldAsync(assigned, CancellationToken.None);
        var table = new StatementsTableWriter(database);
        await table.StoreAsync([Row()], held, CancellationToken.None);

        var taken = await other.HoldAsync(new HashSet<int> { 1 }, CancellationToken.None);
        await Assert.ThrowsAsync<FencedException>(() => table.StoreAsync([Row()], held, CancellationToken.None));
        var progress = new IngestProgress(database, Options.Create(new KafkaOptions { Partitions = 2 }));
        await Assert.ThrowsAsync<FencedException>(() => progress.WriteAsync([new PartitionProgress(1, 1, 1, 1, 1)], held, CancellationToken.None));
        Assert.Single(await StoredAsync(database));
        await table.StoreAsync([Row()], taken, CancellationToken.None);

        // It finds out, and takes what is still its own.
        paused.Forget();
        await table.StoreAsync([Row()], await paused.HoldAsync(new HashSet<int> { 0 }, CancellationToken.None), CancellationToken.None);
        await table.StoreAsync([Row()], taken, CancellationToken.None);
        Assert.Equal(4, (await StoredAsync(database)).Count);
    }

    [SkippableFact]
    public async Task Other_partitions_than_the_topic_has_are_an_error()
    {
        var broker = await kafka.BrokerAsync();
        var database = await clickHouse.CreateDatabaseAsync();
        await using var host = await KafkaStreamHost.StartAsync(broker, database, _prefix);
        var topics = new KafkaTopics(host.Service<HighWatermarks>().Admin, new KafkaOptions { TopicPrefix = _prefix, Partitions = 4 });
        await Assert.ThrowsAsync<KafkaTopicsException>(topics.MakeOrCheckAsync);
    }

    [SkippableFact]
    public async Task A_statement_of_the_largest_body_goes_through()
    {
        var broker = await kafka.BrokerAsync();
        var database = await clickHouse.CreateDatabaseAsync();
        await using var host = await KafkaStreamHost.StartAsync(broker, database, _prefix);
        var id = Guid.NewGuid();
        var filler = new string('x', 16 * 1024 * 1024);
        var raw = Encoding.UTF8.GetBytes(Posted.Statement($"{id}", more: $$$""","result":{"response":"{{{filler}}}"}"""));
        var large = new AcceptedStatement(id, raw, "p", Some.Agent, "2.0.0");
        Assert.Equal(PublishOutcome.Published, (await host.Stream.PublishAsync([large], CancellationToken.None)).Outcome);
        await host.Stream.CatchUpAsync(CancellationToken.None);
        Assert.Equal(id, Assert.Single(await StoredAsync(database)));
    }

    private static PartitionClaims Claims(ClickHouseClient database)
    {
        var ids = new StoredIds(new StatementsTableWriter(database), new IngestProgress(database, Options.Create(new KafkaOptions())), NullLogger.Instance, CancellationToken.None);
        return new PartitionClaims(database, new StoredClock(TimeProvider.System), ids, TimeProvider.System, NullLogger.Instance);
    }

    private static EncodedRow Row() => new(StatementRowMapper.Map(StatementStreamContract.Statement(Guid.NewGuid()))) { Stored = TimeProvider.System.GetUtcNow() };

    /// <summary>Soon trying again where ClickHouse did not answer.</summary>
    private async Task<KafkaStreamHost> StartAsync(ClickHouseClient database) =>
        await KafkaStreamHost.StartAsync(await kafka.BrokerAsync(), database, _prefix, settings: ("Ingest:TryAgainAtMost", "00:00:00.200"));

    private static async Task PublishAsync(KafkaStreamHost host, List<Guid> published, int count)
    {
        foreach (var ids in Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).Chunk(10))
        {
            var statements = ids.Select(id => StatementStreamContract.Statement(id)).ToList();
            await Eventually.TrueAsync(async () => (await host.Stream.PublishAsync(statements, CancellationToken.None)).Outcome == PublishOutcome.Published);
            published.AddRange(ids);
        }
    }

    private static byte[] Value(Guid id, string json)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        AcceptedStatementFormat.Write(buffer, new AcceptedStatement(id, Encoding.UTF8.GetBytes(json), "p", Some.Agent, "2.0.0"));
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>As another web process would, that has not seen what this one has.</summary>
    private async Task ProduceAsync(KafkaStreamHost host, Guid id, byte[] value)
    {
        using var producer = new ProducerBuilder<byte[], byte[]>(host.Service<KafkaClients>().Producer).Build();
        await producer.ProduceAsync(_prefix + ".accepted", new Message<byte[], byte[]> { Key = id.ToByteArray(bigEndian: true), Value = value });
    }

    /// <summary>How many statements are later than what their partition, which the microsecond of <c>stored</c> tells, says is its latest.</summary>
    private static async Task<ulong> LaterThanSaidAsync(ClickHouseClient database)
    {
        const string Sql = """
            SELECT countIf(stored > last_stored)
            FROM statements
            LEFT JOIN (SELECT partition, max(last_stored) AS last_stored FROM ingest_progress GROUP BY partition) AS said
              ON said.partition = toUnixTimestamp64Micro(statements.stored) % 64
            """;
        var later = 0UL;
        await foreach (var count in database.StreamBinaryAsync(Sql, null, static (ref RowBinaryReader row) => row.ReadUInt64(), CancellationToken.None))
            later = count;
        return later;
    }

    // A busy machine may take longer than a GET waits, above all where partitions change hands.
    private static async Task AssertStoredAsync(ClickHouseClient database, List<Guid> published)
    {
        await Eventually.TrueAsync(async () => (await StoredAsync(database)).Count >= published.Count);
        Assert.Equal(published.Order(), (await StoredAsync(database)).Order());
    }

    private static async Task<List<Guid>> StoredAsync(ClickHouseClient database)
    {
        var stored = new List<Guid>();
        await foreach (var id in database.StreamBinaryAsync("SELECT id FROM statements", null, static (ref RowBinaryReader row) => row.ReadGuid(), CancellationToken.None))
            stored.Add(id);
        return stored;
    }
}
