using System.Data.Common;

namespace Analytics.Relational;

/// <summary>The relational store cannot be reached now: it starts, restarts, or the network is away. Trying again later is right.</summary>
public sealed class RelationalStoreAwayException(DbException inner) : DbException("The relational store cannot be reached now.", inner);
