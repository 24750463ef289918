using System.Data.Common;

namespace Analytics.Relational;

/// <summary>What SQLite and PostgreSQL differ in. The SQL itself is the same in both, and so are the forms of values (<see cref="RelationalTypes"/>).</summary>
internal interface IRelationalDatabase : IDisposable
{
    DbDataSource DataSource { get; }

    /// <summary>Before its first use: the place where it is.</summary>
    Task PrepareAsync(CancellationToken cancellation);

    Task<DbConnection> ConnectAsync(CancellationToken cancellation);

    /// <summary>Waits until this process may begin a transaction that writes, which ends before what is given back is disposed.</summary>
    Task<IDisposable?> WaitToWriteAsync(CancellationToken cancellation);

    /// <summary>Waits until nobody else, in any process, holds the lock of this name; free when disposed, and when its process dies.</summary>
    Task<IAsyncDisposable> LockAsync(string name, CancellationToken cancellation);

    /// <summary>It cannot be reached, starts, stops, or has no room for more now: trying again later is right.</summary>
    bool IsAway(DbException exception);

    /// <summary>Others wrote at the same time and the database chose this transaction to give way; nothing of it was written.</summary>
    bool GaveWay(DbException exception);
}
