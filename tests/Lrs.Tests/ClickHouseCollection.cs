using Testing;

namespace Lrs.Tests;

[CollectionDefinition(ClickHouseFixture.Collection)]
public sealed class ClickHouseCollection : ICollectionFixture<ClickHouseFixture>;
