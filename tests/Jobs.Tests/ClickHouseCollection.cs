using Testing;

namespace Jobs.Tests;

[CollectionDefinition(ClickHouseFixture.Collection)]
public sealed class ClickHouseCollection : ICollectionFixture<ClickHouseFixture>;
