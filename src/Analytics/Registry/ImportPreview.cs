using Microsoft.Extensions.Options;

namespace Analytics.Registry;

/// <summary>Says what importing a file would do, and does nothing: what is new, what would be different and how, which rows are bad.</summary>
public sealed class ImportPreview(RegistryImport import, IOptions<ImportOptions> options)
{
    /// <summary>How many of the changes are named one by one.</summary>
    public const int MaxChanges = 200;

    /// <summary>Null, and the reason, where the header cannot be understood.</summary>
    public Task<(PreviewedImport? Preview, string? Fault)> RunAsync(RegistryTable table, Stream csv, CancellationToken cancellation) => table switch
    {
        RegistryTable.Agencies => RunAsync<AgencyRow>(csv, cancellation),
        RegistryTable.People => RunAsync<PersonRow>(csv, cancellation),
        RegistryTable.Identifiers => RunAsync<IdentifierRow>(csv, cancellation),
        RegistryTable.Activities => RunAsync<ActivityRow>(csv, cancellation),
        RegistryTable.Competencies => RunAsync<CompetencyRow>(csv, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    private async Task<(PreviewedImport? Preview, string? Fault)> RunAsync<TRow>(Stream csv, CancellationToken cancellation)
        where TRow : class, IRegistryRow<TRow>
    {
        var rejections = new Rejections(options.Value.MaxReportedRejections);
        await using var file = new ImportFile(csv, rejections);
        var (row, fault) = await file.ReadHeaderAsync(TRow.Columns, cancellation);
        if (row is null)
            return (null, fault);

        var context = await import.LoadContextAsync(cancellation);
        var comparison = new Comparison<TRow>();
        var chunk = new List<(long Line, TRow Row)>();
        while (await file.ReadAsync(cancellation))
        {
            row.Begin();
            if (TRow.Parse(row, context) is { } parsed)
                chunk.Add((file.Line, parsed));
            else
                rejections.Add(file.Line, row.FaultColumn, row.FaultReason!);
            if (chunk.Count == options.Value.ChunkRows)
                await CompareChunkAsync();
        }

        await CompareChunkAsync();
        return (new PreviewedImport(
            comparison.Added, comparison.Changed, comparison.Unchanged, comparison.Named, rejections.Count, rejections.Reported), null);

        async Task CompareChunkAsync()
        {
            if (chunk.Count > 0)
                comparison.Add(chunk, await import.FindStoredAsync([.. chunk.Select(one => one.Row)], cancellation));
            chunk.Clear();
        }
    }

    /// <summary>Counts rows by what they would do. A key that comes twice is counted twice: a file's second word on it changes the first.</summary>
    private sealed class Comparison<TRow>
        where TRow : class, IRegistryRow<TRow>
    {
        private readonly List<PreviewedChange> _named = [];

        public long Added { get; private set; }

        public long Changed { get; private set; }

        public long Unchanged { get; private set; }

        public IReadOnlyList<PreviewedChange> Named => _named;

        public void Add(IEnumerable<(long Line, TRow Row)> chunk, IEnumerable<TRow> stored)
        {
            var now = stored.GroupBy(row => row.Key).ToDictionary(same => same.Key, same => same.First());
            foreach (var (line, row) in chunk)
            {
                var before = now.GetValueOrDefault(row.Key);
                if (row.Equals(before))
                    Unchanged++;
                else if (before is null)
                    Name(line, row, before, Added++);
                else
                    Name(line, row, before, Changed++);
                now[row.Key] = row;
            }
        }

        // Half of the room is for each, so that ten thousand new rows do not hide the one that is different.
        private void Name(long line, TRow row, TRow? before, long already)
        {
            if (already < MaxChanges / 2)
                _named.Add(new PreviewedChange(line, before is null, row.Key.Subject, [.. Differences(row, before)]));
        }

        private static IEnumerable<PreviewedColumn> Differences(TRow row, TRow? before) => TRow.Columns
            .Select((column, place) => new PreviewedColumn(column.Name, before?.Texts[place] ?? "", row.Texts[place]))
            .Where(column => column.Before != column.After);
    }
}

/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that would take the place of one that says otherwise.</param>
/// <param name="Unchanged">Rows that the registry has already.</param>
/// <param name="Changes">The first of the new and of the changed rows, in the order of the file.</param>
/// <param name="RejectedCount">All rejected rows; <paramref name="Rejected"/> names the first of them.</param>
public sealed record PreviewedImport(
    long Added, long Changed, long Unchanged, IReadOnlyList<PreviewedChange> Changes, long RejectedCount, IReadOnlyList<Rejection> Rejected);

/// <param name="Line">Of the file, the first being 1.</param>
/// <param name="IsNew">Whether the registry has nothing under its key.</param>
/// <param name="Subject">What the row is about: a code, a NIP, an identifier, an IRI.</param>
/// <param name="Columns">Those that would be different.</param>
public sealed record PreviewedChange(long Line, bool IsNew, string Subject, IReadOnlyList<PreviewedColumn> Columns);

public sealed record PreviewedColumn(string Column, string Before, string After);
