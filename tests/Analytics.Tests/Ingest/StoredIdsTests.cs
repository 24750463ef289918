using Analytics.Ingest;
using Analytics.Streaming.Kafka;
using Analytics.Tests.Streaming;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing;

namespace Analytics.Tests.Ingest;

/// <summary>Which ids are looked up before they are stored.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class StoredIdsTests(ClickHouseFixture clickHouse)
{
    private static readonly DateTimeOffset Stored = new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Before_the_stored_ids_are_read_every_id_is_looked_up()
    {
        var (ids, _) = await StartAsync();
        Assert.True(ids.MayContain(Guid.NewGuid()));
    }

    [Fact]
    public async Task What_others_stored_is_known_after_each_claim_and_a_new_id_is_not_looked_up()
    {
        var (ids, table) = await StartAsync();
        var first = await StoreAsync(table, Stored);
        ids.ReadNew();
        await ids.Reading;
        Assert.True(ids.MayContain(first));
        Assert.False(ids.MayContain(Guid.NewGuid()));

        var (second, own) = (await StoreAsync(table, Stored.AddSeconds(1)), Guid.NewGuid());
        ids.Add([own]);
        ids.ReadNew();
        await ids.Reading;
        Assert.All([first, second, own], id => Assert.True(ids.MayContain(id)));
        Assert.False(ids.MayContain(Guid.NewGuid()));
    }

    private async Task<(StoredIds Ids, StatementsTableWriter Table)> StartAsync()
    {
        var database = await clickHouse.CreateDatabaseAsync();
        var table = new StatementsTableWriter(database);
        var progress = new IngestProgress(database, Options.Create(new KafkaOptions()));
        return (new StoredIds(table, progress, NullLogger.Instance, CancellationToken.None), table);
    }

    private static async Task<Guid> StoreAsync(StatementsTableWriter table, DateTimeOffset stored)
    {
        var id = Guid.NewGuid();
        await table.StoreAsync([new EncodedRow(StatementRowMapper.Map(StatementStreamContract.Statement(id))) { Stored = stored }], CancellationToken.None);
        return id;
    }
}
