using System.Diagnostics;
using Analytics.ClickHouse;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Registry;

/// <summary>
/// Brings CSV files into the registry, a chunk at a time: parse and check each row, compare with what is stored, store what is new or
/// different, and request that the hours it changes are computed again. The same file again changes nothing.
/// </summary>
public sealed class RegistryImport(
    ClickHouseClient clickHouse, PersonIds personIds, RegistryRules rules, IOptions<ImportOptions> options, TimeProvider clock,
    ILogger<RegistryImport> logger) : IDisposable
{

    // Two imports at once would each compare with what the other is about to change.
    private readonly SemaphoreSlim _oneChunkAtATime = new(1);
    private DateTimeOffset _lastImportedAt;

    public Task<ImportOutcome> RunAsync(RegistryTable table, Stream csv, CancellationToken cancellation) => table switch
    {
        RegistryTable.Agencies => RunAsync<AgencyRow>(table, csv, cancellation),
        RegistryTable.People => RunAsync<PersonRow>(table, csv, cancellation),
        RegistryTable.Identifiers => RunAsync<IdentifierRow>(table, csv, cancellation),
        RegistryTable.Activities => RunAsync<ActivityRow>(table, csv, cancellation),
        RegistryTable.Competencies => RunAsync<CompetencyRow>(table, csv, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    /// <summary>Brings rows that somebody wrote by hand into the registry, checked as those of a file are; says of each what became of it.</summary>
    /// <param name="rows">Texts by column; the columns a row does not name are empty. At most some thousands.</param>
    public Task<IReadOnlyList<MappingOutcome>> MapAsync(
        RegistryTable table, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, CancellationToken cancellation) => table switch
    {
        RegistryTable.Identifiers => MapAsync<IdentifierRow>(table, rows, cancellation),
        RegistryTable.Activities => MapAsync<ActivityRow>(table, rows, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    public void Dispose() => _oneChunkAtATime.Dispose();

    private async Task<ImportOutcome> RunAsync<TRow>(RegistryTable table, Stream csv, CancellationToken cancellation)
        where TRow : class, IRegistryRow<TRow>
    {
        var started = Stopwatch.GetTimestamp();
        var rejections = new Rejections(options.Value.MaxReportedRejections);
        await using var file = new ImportFile(csv, rejections);
        var (row, fault) = await file.ReadHeaderAsync(TRow.Columns, cancellation);
        if (row is null)
            return new ImportOutcome.UnusableHeader(fault!);

        var context = await LoadContextAsync(cancellation);
        var requests = new ComputeRequests(clickHouse, clock, options.Value.MaxSingleRequests);
        var chunk = new List<TRow>();
        var (accepted, changed) = (0L, 0L);
        while (await file.ReadAsync(cancellation))
        {
            row.Begin();
            if (TRow.Parse(row, context) is { } parsed)
                chunk.Add(parsed);
            else
                rejections.Add(file.Line, row.FaultColumn, row.FaultReason!);
            if (chunk.Count == options.Value.ChunkRows)
                await StoreChunkAsync();
        }

        await StoreChunkAsync();
        logger.Imported(table, accepted, changed, rejections.Count, Stopwatch.GetElapsedTime(started));
        return new ImportOutcome.Imported(accepted, changed, rejections.Reported, rejections.Count);

        async Task StoreChunkAsync()
        {
            accepted += chunk.Count;
            changed += chunk.Count == 0 ? 0 : (await StoreAsync(chunk, requests, cancellation)).Count;
            chunk.Clear();
        }
    }

    private async Task<IReadOnlyList<MappingOutcome>> MapAsync<TRow>(
        RegistryTable table, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, CancellationToken cancellation)
        where TRow : class, IRegistryRow<TRow>
    {
        var started = Stopwatch.GetTimestamp();
        var context = await LoadContextAsync(cancellation);
        var parsed = rows.Select(texts =>
        {
            var row = new ImportedRow(column => texts.GetValueOrDefault(column, ""));
            var unknown = texts.Keys.FirstOrDefault(name => TRow.Columns.All(column => column.Name != name));
            if (unknown is not null)
                row.Reject(unknown, $"Expected one of {string.Join(", ", TRow.Columns.Select(column => column.Name))}.");
            return (Row: TRow.Parse(row, context) is { } good && unknown is null ? good : null, row.FaultColumn, row.FaultReason);
        }).ToList();

        var good = parsed.Select(one => one.Row).OfType<TRow>().ToList();
        var requests = new ComputeRequests(clickHouse, clock, options.Value.MaxSingleRequests);
        var stored = good.Count == 0 ? [] : (await StoreAsync(good, requests, cancellation)).ToHashSet(ReferenceEqualityComparer.Instance);
        // Of a key that is there twice the last row holds, as in a file.
        var last = good.GroupBy(row => row.Key).Select(same => same.Last()).ToHashSet(ReferenceEqualityComparer.Instance);
        logger.Imported(table, good.Count, stored.Count, parsed.Count - good.Count, Stopwatch.GetElapsedTime(started));
        return [.. parsed.Select(one => one.Row is null ? new MappingOutcome(MappingOutcome.Rejected, one.FaultColumn, one.FaultReason)
            : stored.Contains(one.Row) ? new MappingOutcome(MappingOutcome.Stored)
            : last.Contains(one.Row) ? new MappingOutcome(MappingOutcome.Unchanged)
            : new MappingOutcome(MappingOutcome.Overtaken))];
    }

    internal async Task<ImportContext> LoadContextAsync(CancellationToken cancellation)
    {
        var agencies = await clickHouse.QueryAsync<Code>("SELECT DISTINCT agency_code AS text FROM agencies", cancellation: cancellation);
        var competencies = await clickHouse.QueryAsync<Code>("SELECT DISTINCT code AS text FROM competencies", cancellation: cancellation);
        return new ImportContext(
            personIds, rules, agencies.Select(code => code.Text).ToHashSet(),
            competencies.Select(code => code.Text).Concat(rules.Competencies).ToHashSet(),
            Wib.Today(clock).ToDateOnly());
    }

    /// <summary>Gives the rows that were new or different, and have been stored.</summary>
    private async Task<IReadOnlyCollection<TRow>> StoreAsync<TRow>(List<TRow> chunk, ComputeRequests requests, CancellationToken cancellation)
        where TRow : class, IRegistryRow<TRow>
    {
        // Of a key that is there twice, the last row of the file wins.
        var rows = new Dictionary<RowKey, TRow>(chunk.Count);
        foreach (var row in chunk)
            rows[row.Key] = row;

        await _oneChunkAtATime.WaitAsync(cancellation);
        try
        {
            var stored = (await FindStoredAsync(rows.Values, cancellation)).ToLookup(row => row.Key.Subject);
            var changed = rows.Values.Where(row => !stored[row.Key.Subject].Contains(row)).ToList();
            if (changed.Count == 0)
                return [];

            requests.Begin();
            foreach (var row in changed)
                row.Request(requests, stored[row.Key.Subject]);
            await requests.WriteAsync(cancellation);
            await InsertAsync(changed, cancellation);
            await requests.WriteAsync(cancellation);
            return changed;
        }
        finally
        {
            _oneChunkAtATime.Release();
        }
    }

    internal async Task<List<TRow>> FindStoredAsync<TRow>(IReadOnlyCollection<TRow> rows, CancellationToken cancellation)
        where TRow : class, IRegistryRow<TRow>
    {
        var parameters = new QueryParameters();
        TRow.AddKeys(parameters, rows);
        var stored = new List<TRow>();
        await foreach (var row in clickHouse.StreamBinaryAsync(TRow.FindStored, parameters, TRow.Read, cancellation))
            stored.Add(row);
        return stored;
    }

    private Task InsertAsync<TRow>(List<TRow> rows, CancellationToken cancellation)
        where TRow : class, IRegistryRow<TRow>
    {
        var importedAt = NextImportedAt();
        return clickHouse.InsertBinaryAsync($"INSERT INTO {TRow.InsertColumns}, imported_at) FORMAT RowBinary", rows, (writer, row) =>
        {
            row.Write(writer);
            writer.Write(importedAt);
        }, cancellation);
    }

    // Always later than before, whatever the clock does: the table keeps the row imported last.
    private DateTimeOffset NextImportedAt()
    {
        var now = clock.GetUtcNow();
        return _lastImportedAt = now > _lastImportedAt ? now : _lastImportedAt.AddMicroseconds(1);
    }

    private sealed record Code(string Text);
}
