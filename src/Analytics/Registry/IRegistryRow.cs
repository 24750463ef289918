using Analytics.ClickHouse;

namespace Analytics.Registry;

/// <summary>
/// A row of a table of the registry: how it is read from a file, found in the store, stored, and whose hours it changes. Two rows are the
/// same when they are equal; the later of two with the same <see cref="Key"/> takes the place of the earlier.
/// </summary>
internal interface IRegistryRow<TSelf>
    where TSelf : class, IRegistryRow<TSelf>
{
    static abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Table and columns of an INSERT, without <c>imported_at</c>, which comes last.</summary>
    static abstract string InsertColumns { get; }

    /// <summary>Finds all rows with the subjects in the table <c>keys</c>, columns as <see cref="Read"/> takes them.</summary>
    static abstract string FindStored { get; }

    RowKey Key { get; }

    /// <summary>The row as a file would have it, in the order of <see cref="Columns"/>: for people to see what an import would change.</summary>
    IReadOnlyList<string> Texts { get; }

    /// <summary>Null when the row is rejected.</summary>
    static abstract TSelf? Parse(ImportedRow row, ImportContext context);

    static abstract void AddKeys(QueryParameters parameters, IReadOnlyCollection<TSelf> rows);

    static abstract TSelf Read(ref RowBinaryReader reader);

    void Write(RowBinaryWriter writer);

    /// <param name="stored">What the store held under the subject of this new or different row.</param>
    void Request(ComputeRequests requests, IEnumerable<TSelf> stored);
}

/// <summary>What a row is known by: its subject, and the day from which it holds where the subject may have several rows.</summary>
internal readonly record struct RowKey(string Subject, DateOnly From)
{
    // The tables sort an open start as this day.
    private static readonly DateOnly Open = new(1900, 1, 1);

    public RowKey(string subject, DateOnly? from = null)
        : this(subject, from ?? Open)
    {
    }
}

/// <summary>What the rows of a file may refer to.</summary>
internal sealed record ImportContext(
    PersonIds PersonIds, RegistryRules Rules, IReadOnlySet<string> Agencies, IReadOnlySet<string> Competencies, DateOnly Today);
