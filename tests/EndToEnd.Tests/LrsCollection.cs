using Testing;

namespace EndToEnd.Tests;

[CollectionDefinition(Name)]
public sealed class LrsCollection : ICollectionFixture<LrsFixture>
{
    public const string Name = "Lrs";
}
