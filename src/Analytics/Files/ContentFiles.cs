using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Analytics.Files;

/// <summary>
/// Files named by the SHA-256 of what is in them, under <c>LRS_DATA/files</c>: reports. The same content is kept once, and writing
/// it again, or twice at the same time, changes nothing.
/// </summary>
public sealed class ContentFiles(IOptions<DataOptions> options)
{
    private readonly string _directory = Path.GetFullPath(Path.Combine(options.Value.Directory, "files"));

    /// <summary>Keeps what <paramref name="write"/> writes. When it returns the file is on disk under its name; when it throws there is none.</summary>
    public async Task<ContentFile> KeepAsync(Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        using var hash = new Sha2Hash(SHA256.HashSizeInBits);
        await using var incoming = new IncomingFile(_directory);
        await using (var hashing = new HashingStream(incoming.Content, hash))
            await write(hashing);
        await incoming.FinishAsync(cancellationToken);
        var sha256 = hash.Finish();
        incoming.MoveTo(PathOf(sha256));
        DirectoryOnDisk.Flush(_directory);
        return new ContentFile(sha256, incoming.Length);
    }

    /// <summary>Null where no such file is kept.</summary>
    public Stream? OpenRead(string sha256)
    {
        if (sha256.Length != SHA256.HashSizeInBytes * 2 || !sha256.All(char.IsAsciiHexDigitLower))
            return null;
        var path = PathOf(sha256);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;
    }

    /// <summary>
    /// Removes a file that nobody refers to, unless it was written after <paramref name="writtenBefore"/>: then somebody may be about to.
    /// Writing the same content again makes a file young again.
    /// </summary>
    public bool Remove(string sha256, DateTimeOffset writtenBefore)
    {
        var file = new FileInfo(PathOf(sha256));
        if (!file.Exists || file.LastWriteTimeUtc >= writtenBefore.UtcDateTime)
            return false;
        file.Delete();
        return true;
    }

    private string PathOf(string sha256) => Path.Combine(_directory, sha256);
}

public sealed record ContentFile(string Sha256, long Bytes);

public static class ContentFilesServices
{
    public static IServiceCollection AddContentFiles(this IServiceCollection services)
    {
        services.AddOptions<DataOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<ContentFiles>();
        services.TryAddSingleton<AttachmentFiles>();
        return services;
    }
}
