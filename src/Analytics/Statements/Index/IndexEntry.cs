namespace Analytics.Statements.Index;

/// <summary>A place where a value finds a statement. Times are microseconds since 1970.</summary>
/// <param name="Stored">Of the statement that is found.</param>
/// <param name="Via">Of the statement that it refers to and whose value it is; 0 where the value is its own.</param>
internal readonly record struct IndexEntry(long Stored, long Via);

/// <summary>A statement as the index sees it.</summary>
/// <param name="Target">The statement that its object, a StatementRef, points to.</param>
internal sealed record IndexedStatement(Guid Id, long Stored, ulong[] Keys, Guid? Target);
