using Testing;

namespace Lrs.Tests;

[CollectionDefinition(Name)]
public sealed class LrsCollection : ICollectionFixture<LrsFixture>
{
    public const string Name = "Lrs";
}
