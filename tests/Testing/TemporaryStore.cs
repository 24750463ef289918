using Analytics;
using Analytics.Relational;
using Microsoft.Extensions.Options;

namespace Testing;

/// <summary>
/// A relational store in a directory of its own, gone with the test. Tests of what is in it run twice: over SQLite, and in a class derived from
/// theirs over PostgreSQL (<see cref="PostgresFixture.CreateStore"/>).
/// </summary>
public sealed class TemporaryStore : IDisposable
{
    /// <param name="database">Null for SQLite.</param>
    public TemporaryStore(TimeProvider? clock = null, string? database = null)
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("lrs-test-").FullName;
        Data = Options.Create(new DataOptions { Directory = Directory, Database = database });
        Clock = clock ?? TimeProvider.System;
        Store = new RelationalStore(Data, Clock);
    }

    public string Directory { get; }

    public IOptions<DataOptions> Data { get; }

    public TimeProvider Clock { get; }

    public RelationalStore Store { get; private set; }

    /// <summary>What a process started after this one sees.</summary>
    public RelationalStore Reopen()
    {
        Store.Dispose();
        return Store = new RelationalStore(Data, Clock);
    }

    public void Dispose()
    {
        Store.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
