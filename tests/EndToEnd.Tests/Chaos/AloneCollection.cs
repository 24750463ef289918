namespace EndToEnd.Tests.Chaos;

/// <summary>After all others and beside none: a dozen processes would leave no processor to a browser that waits.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
