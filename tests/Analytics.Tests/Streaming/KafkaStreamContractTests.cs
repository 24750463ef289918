using Analytics.ClickHouse;
using Analytics.Streaming;
using Testing;

namespace Analytics.Tests.Streaming;

[Collection(ClickHouseFixture.Collection)]
public sealed class KafkaStreamContractTests(ClickHouseFixture clickHouse, KafkaFixture kafka) : StatementStreamContract
{
    protected override bool IsThere => KafkaBroker.IsThere;

    protected override void Require() => KafkaBroker.Require();

    protected override async Task<(IStatementStream Stream, ClickHouseClient Database, IAsyncDisposable Running)> StartAsync()
    {
        var database = await clickHouse.CreateDatabaseAsync();
        var host = await KafkaStreamHost.StartAsync(await kafka.BrokerAsync(), database, $"contract-{Guid.NewGuid():N}");
        return (host.Stream, database, host);
    }
}
