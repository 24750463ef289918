namespace Testing;

/// <summary>A directory of one test's own, removed with it.</summary>
public sealed class TestDirectory : IDisposable
{
    public TestDirectory()
    {
        // Not /tmp: a store writes thousands of files, and some machines keep /tmp in memory.
        Path = System.IO.Path.Combine("/var/tmp", "lrs-tests", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
