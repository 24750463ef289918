using Testing;

namespace Analytics.Tests;

[CollectionDefinition(ClickHouseFixture.Collection)]
public sealed class ClickHouseCollection : ICollectionFixture<ClickHouseFixture>, ICollectionFixture<KafkaFixture>;
