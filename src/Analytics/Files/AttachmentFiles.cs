using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Analytics.Relational;
using Microsoft.Extensions.Options;

namespace Analytics.Files;

/// <summary>
/// The data of attachments, under <c>LRS_DATA/files/attachments</c>: a directory for each authority, in it files named by the SHA-2 that
/// statements state, spread by its first two digits. The same content of one authority is kept once. Authorities do not share files:
/// who only knows or guesses a hash could otherwise have another's data read to him, by a statement that names it.
/// </summary>
public sealed class AttachmentFiles(IOptions<DataOptions> options)
{
    private const int AtOnce = 8;

    private readonly string _data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Value.Directory));
    private readonly ConcurrentDictionary<string, bool> _durableDirectories = new(StringComparer.Ordinal);

    /// <summary>A file for data that is still coming.</summary>
    public IncomingFile Receive() => new(Path.Combine(_data, "files", "attachments", "incoming"));

    /// <summary>Keeps finished files under their hashes. When it returns, all are on disk: before the statements are published.</summary>
    /// <param name="authority">The authority of the statements, a JSON Agent.</param>
    public async Task KeepAsync(string authority, IReadOnlyCollection<KeyValuePair<string, IncomingFile>> filesBySha2, CancellationToken cancellation)
    {
        if (filesBySha2.Count == 0)
            return;
        var directories = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        // Side by side, since the disk takes many flushes in the time of one.
        var several = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(filesBySha2, several, (file, _) =>
        {
            var path = PathOf(authority, file.Key);
            var directory = Path.GetDirectoryName(path)!;
            CreateDurably(directory);
            if (!File.Exists(path))
                file.Value.MoveTo(path);
            // Also where the file is there already: the request that brought it may not have got so far.
            directories[directory] = true;
            return ValueTask.CompletedTask;
        });
        await Parallel.ForEachAsync(directories.Keys, several, static (directory, _) =>
        {
            DirectoryOnDisk.Flush(directory);
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>Null where no statement of this authority brought data with this hash.</summary>
    public FileStream? OpenRead(string authority, string sha2)
    {
        if (!Sha2Hash.IsOne(sha2))
            return null;
        var path = PathOf(authority, sha2);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;
    }

    // A new directory's name is durable when its parent has been flushed. Each process makes sure of it once.
    private void CreateDurably(string directory)
    {
        if (_durableDirectories.ContainsKey(directory))
            return;
        PrivateDirectory.Create(directory);
        for (var parent = Path.GetDirectoryName(directory)!; parent.Length >= _data.Length; parent = Path.GetDirectoryName(parent)!)
            DirectoryOnDisk.Flush(parent);
        _durableDirectories[directory] = true;
    }

    private string PathOf(string authority, string sha2)
    {
        var owner = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(authority)).AsSpan(0, 16));
        var name = sha2.ToLowerInvariant();
        return Path.Combine(_data, "files", "attachments", owner, name[..2], name);
    }
}
