using System.Buffers;
using System.Diagnostics;
using Analytics.ClickHouse;

namespace Analytics.Ingest;

/// <summary>Stores rows in the table <c>statements</c>, and tells which ids are there already.</summary>
public sealed class StatementsTableWriter(ClickHouseClient clickHouse)
{
    private const string Columns =
        "stored, id, timestamp, provider, authority, version, verb, object_kind, object_id, registration, actor, " +
        "learners, activities, success, completion, duration, jp_extension, certificate_number, voids, filter_keys, fingerprint, may_define, raw";

    private const string Structure =
        "stored DateTime64(6, 'UTC'), id UUID, timestamp DateTime64(6, 'UTC'), provider LowCardinality(String), authority LowCardinality(String), " +
        "version LowCardinality(String), verb LowCardinality(String), object_kind LowCardinality(String), object_id String, registration UUID, " +
        "actor String, learners Array(String), activities Array(String), success Nullable(Bool), completion Nullable(Bool), duration String, " +
        "jp_extension String, certificate_number String, voids UUID, filter_keys Array(UInt64), fingerprint FixedString(16), may_define Bool, raw String";

    private const string Insert =
        $"INSERT INTO statements ({Columns}) " +
        // A group is small: handing it from thread to thread costs more than it wins.
        "SETTINGS max_threads = 1, max_insert_threads = 1, use_concurrency_control = 0";

    // TRICKY: the indexes of a few rows cost a fifth of their insert and save nothing: scanning the rows is as fast. The first merge makes them.
    private const int IndexedFrom = 1000;
    private const string WithoutIndexes = ", materialize_skip_indexes_on_insert = 0";

    private static readonly FencedInsert Few = new("statements", Columns, Structure, WithoutIndexes);
    private static readonly FencedInsert Many = new("statements", Columns, Structure, "");
    private static readonly string FindStoredFingerprints = EmbeddedSql.Load<StatementsTableWriter>(nameof(FindStoredFingerprints));
    private static readonly string FindFingerprints = EmbeddedSql.Load<StatementsTableWriter>(nameof(FindFingerprints));

    /// <summary>A row's columns without <c>stored</c>, made where the request runs so that the one writer has little left to do.</summary>
    internal static ReadOnlyMemory<byte> Encode(StatementRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(row.Raw.Length + 1024);
        var writer = new RowBinaryWriter(buffer);
        writer.Write(row.Provider);
        writer.Write(row.Authority);
        writer.Write(row.Version);
        writer.Write(row.Verb);
        writer.Write(row.ObjectKind);
        writer.Write(row.ObjectId);
        writer.Write(row.Registration);
        writer.Write(row.Actor);
        writer.Write(row.Learners);
        writer.Write(row.Activities);
        writer.Write(row.Success);
        writer.Write(row.Completion);
        writer.Write(row.Duration);
        writer.Write(row.JpExtension);
        writer.Write(row.CertificateNumber);
        writer.Write(row.Voids);
        writer.Write(row.FilterKeys);
        Span<byte> fingerprint = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(fingerprint, row.Fingerprint);
        writer.WriteFixed(fingerprint);
        writer.Write(row.MayDefine);
        writer.Write(row.Raw.Span);
        return buffer.WrittenMemory;
    }

    /// <summary>Stores the rows in one insert: when this returns, all of them are durable; when it throws, look before trying again.</summary>
    internal Task StoreAsync(IReadOnlyList<EncodedRow> rows, CancellationToken cancellation) => MeasuredAsync(rows, () => clickHouse.InsertBinaryAsync(
        Insert + (rows.Count < IndexedFrom ? WithoutIndexes : "") + " FORMAT RowBinary", rows, WriteRow, cancellation));

    /// <summary>The same, only while the partitions that the rows are from are held.</summary>
    /// <exception cref="FencedException">They are not: nothing was stored.</exception>
    internal Task StoreAsync(IReadOnlyList<EncodedRow> rows, IReadOnlyDictionary<int, Guid> held, CancellationToken cancellation) =>
        MeasuredAsync(rows, () => (rows.Count < IndexedFrom ? Few : Many).RunAsync(clickHouse, held, rows, WriteRow, cancellation));

    private static async Task MeasuredAsync(IReadOnlyList<EncodedRow> rows, Func<Task> insert)
    {
        using var span = Telemetry.Traces.StartActivity("store");
        span?.SetTag("statements", rows.Count);
        var started = Stopwatch.GetTimestamp();
        await insert();
        Telemetry.StoreDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        Telemetry.StoredBatch.Record(rows.Count);
        Telemetry.StoredStatements.Add(rows.Count);
    }

    private static void WriteRow(RowBinaryWriter writer, EncodedRow row)
    {
        writer.Write(row.Stored);
        writer.Write(row.Id);
        writer.Write(row.Timestamp ?? row.Stored);
        writer.WriteFixed(row.Columns.Span);
    }

    /// <summary>The fingerprints of those of the ids that are stored.</summary>
    public async Task<Dictionary<Guid, UInt128>> FindFingerprintsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, UInt128>();
        var parameters = new QueryParameters().AddKeys("ids", ids);
        await foreach (var (id, fingerprint) in clickHouse.StreamBinaryAsync(FindFingerprints, parameters, ReadFingerprint, cancellation))
            found[id] = fingerprint;
        return found;
    }

    /// <summary>The same in a store of any size: found by the index of keys, in which the latest are missing and are looked through.</summary>
    internal async Task<Dictionary<Guid, UInt128>> FindStoredFingerprintsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, UInt128>();
        var parameters = new QueryParameters().AddKeys("ids", ids).AddKeys("keys", [.. ids.Select(FilterKey.Id)]);
        await foreach (var (id, fingerprint) in clickHouse.StreamBinaryAsync(FindStoredFingerprints, parameters, ReadFingerprint, cancellation))
            found[id] = fingerprint;
        return found;
    }

    /// <summary>The ids stored in a span of <c>stored</c>.</summary>
    internal IAsyncEnumerable<Guid> ReadIdsAsync(DateTimeOffset after, DateTimeOffset through, CancellationToken cancellation) => clickHouse.StreamBinaryAsync(
        "SELECT id FROM statements WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')}",
        new QueryParameters().Add("after", after).Add("through", through), static (ref RowBinaryReader reader) => reader.ReadGuid(), cancellation);

    /// <summary>All ids that are stored.</summary>
    internal IAsyncEnumerable<Guid> ReadIdsAsync(CancellationToken cancellation) =>
        clickHouse.StreamBinaryAsync("SELECT id FROM statements", null, static (ref RowBinaryReader reader) => reader.ReadGuid(), cancellation);

    /// <summary>How many statements there are, and the latest <c>stored</c>; 1970 where there is none.</summary>
    internal async Task<(long Count, DateTimeOffset LastStored)> SummaryAsync(CancellationToken cancellation)
    {
        var summary = (Count: 0L, LastStored: DateTimeOffset.UnixEpoch);
        await foreach (var row in clickHouse.StreamBinaryAsync("SELECT count(), max(stored) FROM statements", null, ReadSummary, cancellation))
            summary = row;
        return summary;
    }

    private static (Guid Id, UInt128 Fingerprint) ReadFingerprint(ref RowBinaryReader reader)
    {
        var id = reader.ReadGuid();
        var low = reader.ReadUInt64();
        return (id, new UInt128(reader.ReadUInt64(), low));
    }

    private static (long Count, DateTimeOffset LastStored) ReadSummary(ref RowBinaryReader reader) => (reader.ReadInt64(), reader.ReadMoment());
}

/// <summary>A row ready to be stored: its columns but the first three are encoded already.</summary>
internal sealed class EncodedRow(StatementRow row)
{
    public Guid Id { get; } = row.Id;

    public DateTimeOffset? Timestamp { get; } = row.Timestamp;

    public UInt128 Fingerprint { get; } = row.Fingerprint;

    public ReadOnlyMemory<byte> Columns { get; } = StatementsTableWriter.Encode(row);

    /// <summary>Set when its group is stored (xAPI Data 2.4.8).</summary>
    public DateTimeOffset Stored { get; set; }
}
