using Testing;

namespace EndToEnd.Tests;

[CollectionDefinition(Name)]
public sealed class LrsCollection : ICollectionFixture<LrsFixture>, ICollectionFixture<PagesBrowser>
{
    public const string Name = "Lrs";
}
