using Analytics.Relational;

namespace Analytics.Files;

/// <summary>Content on its way in: a file that has no name yet, and that is gone when disposed unless it was kept.</summary>
public sealed class IncomingFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    internal IncomingFile(string directory)
    {
        PrivateDirectory.Create(directory);
        _path = Path.Combine(directory, $"{Path.GetRandomFileName()}.part");
        _file = new FileStream(_path, FileMode.CreateNew, FileAccess.Write);
    }

    /// <summary>To write to.</summary>
    public Stream Content => _file;

    /// <summary>How many bytes were written; known when it is finished.</summary>
    public long Length { get; private set; }

    /// <summary>Ends the writing.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await _file.FlushAsync(cancellation);
        Length = _file.Length;
        await _file.DisposeAsync();
    }

    /// <summary>Reads what was written, once it is finished and until it is kept.</summary>
    public Stream OpenRead() => new FileStream(_path, FileMode.Open, FileAccess.Read);

    /// <summary>Gives it its name. By then the content is on disk; the name is when its directory has been flushed.</summary>
    internal void MoveTo(string path)
    {
        using (var handle = File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(handle);
        File.Move(_path, path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        File.Delete(_path);
    }
}
