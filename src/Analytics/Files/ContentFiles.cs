using System.Security.Cryptography;
using Analytics.Relational;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Analytics.Files;

/// <summary>
/// Files named by the SHA-256 of what is in them, in a folder of <c>LRS_DATA</c>: attachments in <c>files</c>, reports in <c>reports</c>. The
/// same content is kept once, and writing it again, or twice at the same time, changes nothing.
/// </summary>
public sealed class ContentFiles(IOptions<DataOptions> options, string folder = ContentFiles.DefaultFolder)
{
    public const string DefaultFolder = "files";

    private readonly string _directory = Path.GetFullPath(Path.Combine(options.Value.Directory, folder));

    /// <summary>Keeps what <paramref name="write"/> writes. When it returns the file is on disk under its name; when it throws there is none.</summary>
    public async Task<ContentFile> KeepAsync(Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        PrivateDirectory.Create(_directory);
        var temporary = Path.Combine(_directory, $"{Path.GetRandomFileName()}.part");
        try
        {
            var kept = await WriteAsync(temporary, write, cancellationToken);
            File.Move(temporary, PathOf(kept.Sha256), overwrite: true);
            DirectoryOnDisk.Flush(_directory);
            return kept;
        }
        finally
        {
            File.Delete(temporary);
        }
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

    private static async Task<ContentFile> WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using (var hashing = new HashingStream(file, hash))
        {
            await write(hashing);
        }

        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return new ContentFile(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }

    private string PathOf(string sha256) => Path.Combine(_directory, sha256);
}

public sealed record ContentFile(string Sha256, long Bytes);

public static class ContentFilesServices
{
    public static IServiceCollection AddContentFiles(this IServiceCollection services)
    {
        services.AddOptions<DataOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(provider => new ContentFiles(provider.GetRequiredService<IOptions<DataOptions>>()));
        return services;
    }
}
