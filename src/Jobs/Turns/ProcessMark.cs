using Analytics;
using Analytics.Relational;
using Microsoft.Extensions.Options;

namespace Jobs.Turns;

/// <summary>
/// Says that this process lives: a file that it keeps locked, which the system unlocks however the process ends. So a process that
/// starts after a crash need not wait until the turns of the one before have run out.
/// </summary>
public sealed class ProcessMark : IDisposable
{
    private static readonly string Host = Environment.MachineName;

    private readonly string _directory;
    private readonly FileStream _file;

    public ProcessMark(IOptions<DataOptions> data)
    {
        _directory = Path.Combine(Path.GetFullPath(data.Value.Directory), "processes");
        PrivateDirectory.Create(_directory);
        Name = $"{Host}-{Guid.NewGuid():N}";
        _file = new FileStream(PathOf(Name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
    }

    /// <summary>This process, unlike any other and any before it.</summary>
    public string Name { get; }

    /// <summary>Processes of this host that have ended without removing their mark. Another host's are not judged: its locks may not reach here.</summary>
    public IReadOnlyList<string> Dead() =>
        [.. Directory.EnumerateFiles(_directory, $"{Host}-*").Where(IsUnlocked).Select(path => Path.GetFileName(path))];

    public void Forget(string name) => File.Delete(PathOf(name));

    public void Dispose() => _file.Dispose();

    private string PathOf(string name) => Path.Combine(_directory, name);

    private static bool IsUnlocked(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
