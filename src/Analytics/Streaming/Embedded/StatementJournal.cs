using System.Buffers;
using Analytics.Files;
using Analytics.Ingest;
using Analytics.Relational;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming.Embedded;

/// <summary>
/// Statements that were acknowledged and may not be in ClickHouse yet, on disk in <c>LRS_DATA/stream</c>: files that only grow, one record
/// for each group of requests, so that a crash leaves all of a request or nothing. A file is removed when ClickHouse has all it holds.
/// </summary>
internal sealed class StatementJournal(IOptions<DataOptions> data, ILogger<StatementJournal> logger) : IDisposable
{
    private const long NextFileFrom = 64L * 1024 * 1024;
    private static readonly TimeSpan TakeEvery = TimeSpan.FromMilliseconds(100);

    private readonly string _directory = Path.Combine(Path.GetFullPath(data.Value.Directory), "stream");
    private readonly Lock _gate = new();
    private readonly Queue<(string Path, DateTimeOffset LastStored)> _full = new();
    private readonly ArrayBufferWriter<byte> _record = new();
    private FileStream? _alone;
    private JournalFile? _current;
    private DateTimeOffset _lastStored;
    private long _number;

    /// <summary>Waits until no other process has this journal. The system gives it back when a process ends, however it ends.</summary>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        PrivateDirectory.Create(_directory);
        for (var said = false; _alone is null;)
        {
            try
            {
                _alone = new FileStream(Path.Combine(_directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                if (!said)
                    logger.JournalIsTaken(_directory);
                said = true;
                await Task.Delay(TakeEvery, cancellation);
            }
        }
    }

    /// <summary>What processes before this one acknowledged and may not have stored, in the order of <c>stored</c>.</summary>
    public List<EncodedRow> ReadLeft()
    {
        var left = new List<EncodedRow>();
        PrivateDirectory.Create(_directory);
        foreach (var path in Directory.EnumerateFiles(_directory, "*.journal").Order(StringComparer.Ordinal))
        {
            var rows = JournalFile.Read(path, out var isWhole).SelectMany(JournalRecord.Read).ToList();
            left.AddRange(rows);
            if (!isWhole)
                logger.JournalEndsBroken(Path.GetFileName(path));
            _full.Enqueue((path, rows.Count > 0 ? rows[^1].Stored : DateTimeOffset.MinValue));
            _number = long.Parse(Path.GetFileNameWithoutExtension(path), System.Globalization.CultureInfo.InvariantCulture);
        }

        return left;
    }

    /// <summary>When this returns, the group outlives a power cut; when it throws, nothing of it is there.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void Append(IReadOnlyList<PendingStatement> group)
    {
        _record.ResetWrittenCount();
        foreach (var (statement, row) in group)
            JournalRecord.Write(_record, row.Stored, statement);
        lock (_gate)
        {
            _current ??= StartFile();
            _current.Append(_record.WrittenSpan);
            _lastStored = group[^1].Row.Stored;
            if (_current.Length >= NextFileFrom)
                EndFile();
        }
    }

    /// <summary>Removes the files of which ClickHouse has everything on disk.</summary>
    public void Release(DateTimeOffset storedThrough)
    {
        lock (_gate)
        {
            while (_full.TryPeek(out var file) && file.LastStored <= storedThrough)
            {
                File.Delete(file.Path);
                _full.Dequeue();
            }
        }
    }

    /// <summary>Nothing more is appended: where all is stored, no file is left.</summary>
    public void Close(DateTimeOffset storedThrough)
    {
        lock (_gate)
        {
            if (_current is not null)
                EndFile();
        }

        Release(storedThrough);
    }

    public void Dispose()
    {
        _current?.Dispose();
        _alone?.Dispose();
    }

    private void EndFile()
    {
        _full.Enqueue((_current!.Path, _lastStored));
        _current.Dispose();
        _current = null;
    }

    private JournalFile StartFile()
    {
        var file = new JournalFile(Path.Combine(_directory, $"{++_number:D12}.journal"));
        DirectoryOnDisk.Flush(_directory);
        return file;
    }
}
