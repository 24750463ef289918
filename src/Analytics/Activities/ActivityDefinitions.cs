using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Streaming;

namespace Analytics.Activities;

/// <summary>
/// The canonical definition of each activity (xAPI Data 2.4.4.1): what statements have said of it, merged in the order in which they were
/// stored, where their credential had the scope <c>define</c>. It follows <c>statements</c> by itself; an insert does not wait for it.
/// </summary>
public sealed class ActivityDefinitions : IDisposable
{
    private const string Insert = "INSERT INTO activity_definitions (activity, definition, stored) SETTINGS max_insert_block_size = 100000000 FORMAT RowBinary";

    // No activity has this id: the row that says how far the statements were followed.
    private const string ThroughRow = "";
    private const int MostMergedAtOnce = 2000;
    private const int MostRemembered = 50_000;
    private const int MostFollowedUnmarked = 10_000;

    private static readonly string ReadDefiningStatements = EmbeddedSql.Load<ActivityDefinitions>(nameof(ReadDefiningStatements));
    private static readonly string ReadLatestStored = EmbeddedSql.Load<ActivityDefinitions>(nameof(ReadLatestStored));
    private static readonly string FindDefinitions = EmbeddedSql.Load<ActivityDefinitions>(nameof(FindDefinitions));

    private readonly ClickHouseClient _clickHouse;
    private readonly IStatementStream _stream;
    private readonly Following _following;
    private readonly Dictionary<string, UInt128> _mergedLast = new(StringComparer.Ordinal);
    private readonly List<Row> _waiting = [];
    private long? _through;
    private int _followed;

    public ActivityDefinitions(ClickHouseClient clickHouse, IStatementStream stream) =>
        (_clickHouse, _stream, _following) = (clickHouse, stream, new Following(FollowAsync));

    /// <summary>When this returns, what was stored when it was called is merged.</summary>
    public Task CatchUpAsync(CancellationToken cancellation) => _following.CatchUpAsync(cancellation);

    /// <summary>The definitions of those of the activities that have one, as JSON objects.</summary>
    public async Task<Dictionary<string, byte[]>> FindAsync(IReadOnlyCollection<string> activities, CancellationToken cancellation)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (activities.Count == 0)
            return found;
        await _stream.CatchUpAsync(cancellation);
        await _following.CatchUpAsync(cancellation);
        var parameters = new QueryParameters().AddKeys("wanted", activities);
        await foreach (var row in _clickHouse.StreamBinaryAsync(FindDefinitions, parameters, ReadRow, cancellation))
            found[row.Activity] = row.Definition;
        return found;
    }

    public void Dispose() => _following.Dispose();

    private async Task FollowAsync()
    {
        _through ??= await ReadThroughAsync();
        var bound = Micros.Of(_stream.StoredThrough);
        var latest = 0L;
        await foreach (var moment in _clickHouse.StreamBinaryAsync(ReadLatestStored, null, static (ref RowBinaryReader reader) => reader.ReadInt64()))
            latest = Math.Min(moment, bound);
        if (latest <= _through)
            return;

        _waiting.Clear();
        var parameters = new QueryParameters().Add("after", Micros.Moment(_through.Value)).Add("through", Micros.Moment(latest));
        await foreach (var (stored, raw) in _clickHouse.StreamBinaryAsync(ReadDefiningStatements, parameters, ReadStatement))
        {
            _followed++;
            Collect(stored, raw);
            if (_waiting.Count >= MostMergedAtOnce)
                await MergeAsync(stored);
        }

        // Also where nothing was said, now and then: a start goes on from there.
        if (_waiting.Count > 0 || _followed > MostFollowedUnmarked)
            await MergeAsync(latest);
        _through = latest;
    }

    private void Collect(long stored, byte[] raw)
    {
        using var statement = JsonDocument.Parse(raw, new JsonDocumentOptions { MaxDepth = 256 });
        foreach (var (activity, definition) in StatementActivities.Of(statement.RootElement))
        {
            if (definition.ValueKind != JsonValueKind.Object)
                continue;
            var text = JsonMarshal.GetRawUtf8Value(definition);
            var hash = XxHash128.HashToUInt128(text);
            // Nearly every statement repeats what the one before said of its activity.
            if (_mergedLast.TryGetValue(activity, out var last) && last == hash)
                continue;
            if (_mergedLast.Count >= MostRemembered)
                _mergedLast.Clear();
            _mergedLast[activity] = hash;
            _waiting.Add(new Row(activity, text.ToArray(), stored));
        }
    }

    private async Task MergeAsync(long through)
    {
        try
        {
            var known = new Dictionary<string, Row>(StringComparer.Ordinal);
            var parameters = new QueryParameters().AddKeys("wanted", _waiting.Select(waiting => waiting.Activity).ToHashSet());
            await foreach (var row in _clickHouse.StreamBinaryAsync(FindDefinitions, parameters, ReadRow))
                known[row.Activity] = row;
            var merged = new Dictionary<string, Row>(StringComparer.Ordinal);
            foreach (var said in _waiting)
            {
                var before = merged.GetValueOrDefault(said.Activity) ?? known.GetValueOrDefault(said.Activity);
                // What was merged before a crash comes again, and says nothing new.
                if (before is null || before.Stored < said.Stored)
                    merged[said.Activity] = said with { Definition = DefinitionMerge.Merge(before?.Definition, said.Definition) };
            }

            await _clickHouse.InsertBinaryAsync(Insert, merged.Values.Append(new Row(ThroughRow, [], through)), static (writer, row) =>
            {
                writer.Write(row.Activity);
                writer.Write((ReadOnlySpan<byte>)row.Definition);
                writer.Write(row.Stored);
            });
        }
        catch
        {
            // Not swallowed: the pass begins anew after the last row that says how far, and must not take these for merged.
            _mergedLast.Clear();
            _through = null;
            throw;
        }

        _waiting.Clear();
        _followed = 0;
    }

    private async Task<long> ReadThroughAsync()
    {
        var parameters = new QueryParameters().AddKeys("wanted", [ThroughRow]);
        await foreach (var row in _clickHouse.StreamBinaryAsync(FindDefinitions, parameters, ReadRow))
            return row.Stored;
        return 0;
    }

    private static Row ReadRow(ref RowBinaryReader reader) => new(reader.ReadString(), reader.ReadBytes().ToArray(), reader.ReadInt64());

    private static (long Stored, byte[] Raw) ReadStatement(ref RowBinaryReader reader) => (reader.ReadInt64(), reader.ReadBytes().ToArray());

    private sealed record Row(string Activity, byte[] Definition, long Stored);
}
