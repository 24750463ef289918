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

    private readonly string _directory = Path.Combine(Path.GetFullPath(data.Value.Directory), "stream");
    private readonly Lock _gate = new();
    private readonly Queue<(string Path, DateTimeOffset LastStored)> _full = new();
    private readonly ArrayBufferWriter<byte> _record = new();
    private JournalFile? _current;
    private long _number;

    /// <summary>What a process before this one acknowledged and ClickHouse does not have: it stores in the order of <c>stored</c>, so that is all later.</summary>
    public List<EncodedRow> ReadLeft(DateTimeOffset storedThrough)
    {
        var left = new List<EncodedRow>();
        PrivateDirectory.Create(_directory);
        foreach (var path in Directory.EnumerateFiles(_directory, "*.journal").Order(StringComparer.Ordinal))
        {
            var rows = JournalFile.Read(path, out var isWhole).SelectMany(JournalRecord.Read).ToList();
            left.AddRange(rows.Where(row => row.Stored > storedThrough));
            if (!isWhole)
                logger.JournalEndsBroken(Path.GetFileName(path));
            _full.Enqueue((path, rows.Count > 0 ? rows[^1].Stored : storedThrough));
            _number = long.Parse(Path.GetFileNameWithoutExtension(path), System.Globalization.CultureInfo.InvariantCulture);
        }

        if (left.Count > 0)
            logger.JournalHadMore(left.Count);
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
            if (_current.Length < NextFileFrom)
                return;
            _full.Enqueue((_current.Path, group[^1].Row.Stored));
            _current.Dispose();
            _current = null;
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

    public void Dispose() => _current?.Dispose();

    private JournalFile StartFile()
    {
        var file = new JournalFile(Path.Combine(_directory, $"{++_number:D12}.journal"));
        DirectoryOnDisk.Flush(_directory);
        return file;
    }
}
