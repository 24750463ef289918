using System.Text;
using Analytics.ClickHouse;
using Analytics.Files;
using Analytics.Ingest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming.Embedded;

/// <summary>
/// The right to store into a ClickHouse server, which one embedded stream has: the last row that was claimed for a partition of its own. Every
/// insert names its claim, and ClickHouse refuses one that is not the last any more. The engine of our own is nobody else's and needs none.
/// </summary>
public sealed class StreamClaim(
    ClickHouseClient clickHouse, IOptions<ClickHouseServerOptions> server, IOptions<DataOptions> data, TimeProvider clock, ILogger<StreamClaim> logger)
{
    // None of Kafka's, which are few.
    private const int Partition = int.MaxValue;
    private static readonly IReadOnlySet<int> Own = new HashSet<int> { Partition };
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);
    private static readonly string ReadOwner = EmbeddedSql.Load<StreamClaim>(nameof(ReadOwner));

    private readonly bool _isNeeded = server.Value.Connection is not null;
    private string _process = "";
    private PartitionClaims? _claims;

    /// <summary>
    /// Claims it anew, so that no insert of a process before this one is on its way any more. Where the stream of another <c>LRS_DATA</c> has not
    /// given it back, waits until it has: its journal may hold statements that ClickHouse has not.
    /// </summary>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        if (!_isNeeded)
            return;
        var installation = Installation();
        _process = $"{installation} {Environment.MachineName}:{Environment.ProcessId} {Guid.NewGuid():N}";
        for (var said = false; await OwnerAsync(cancellation) is { Length: > 0 } owner && !owner.StartsWith(installation, StringComparison.Ordinal);)
        {
            if (!said)
                logger.ServerIsAnothers(owner.Split(' ') is [_, var process, ..] ? process : owner, Partition);
            said = true;
            await Task.Delay(AskEvery, clock, cancellation);
        }

        _claims = NewClaims(_process);
        await _claims.HoldAsync(Own, cancellation);
    }

    /// <summary>The claim under which to store; null where none is needed.</summary>
    /// <exception cref="FencedException">Another process has claimed it since.</exception>
    public async Task<IReadOnlyDictionary<int, Guid>?> HoldAsync(CancellationToken cancellation)
    {
        if (_claims is null)
            return null;
        if (!_claims.Holds(Own) && await OwnerAsync(cancellation) is var owner && owner != _process)
            throw new FencedException(new InvalidOperationException("It was claimed by another process."));
        return await _claims.HoldAsync(Own, cancellation);
    }

    /// <summary>
    /// After an insert whose outcome is not known: it may still run, or not have begun. Under the next claim it is waited for, or refused.
    /// </summary>
    public void Forget() => _claims?.Forget();

    /// <summary>Everything that was acknowledged is stored: whoever comes next may have it.</summary>
    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        if (_claims is null || await OwnerAsync(cancellation) != _process)
            return;
        await NewClaims(process: "").HoldAsync(Own, cancellation);
    }

    private PartitionClaims NewClaims(string process) => new(clickHouse, new StoredClock(clock), ids: null, clock, NullLogger.Instance, process);

    private async Task<string> OwnerAsync(CancellationToken cancellation)
    {
        var owner = "";
        await foreach (var process in clickHouse.StreamBinaryAsync(
            ReadOwner, new QueryParameters().Add("partition", Partition), static (ref RowBinaryReader row) => row.ReadString(), cancellation))
            owner = process;
        return owner;
    }

    /// <summary>Which <c>LRS_DATA</c> this is, wherever it is moved.</summary>
    private string Installation()
    {
        var directory = Path.Combine(Path.GetFullPath(data.Value.Directory), "stream");
        var path = Path.Combine(directory, "installation");
        if (File.Exists(path) && File.ReadAllText(path) is { Length: 32 } known)
            return known;
        var made = Guid.NewGuid().ToString("N");
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, Encoding.ASCII.GetBytes(made), fileOffset: 0);
            RandomAccess.FlushToDisk(file);
        }

        DirectoryOnDisk.Flush(directory);
        return made;
    }
}
