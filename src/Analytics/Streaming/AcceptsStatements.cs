namespace Analytics.Streaming;

/// <summary>The role web is ready while statements can be accepted.</summary>
public sealed class AcceptsStatements(IStatementStream stream) : IReadiness
{
    public string? WaitsFor => stream.IsReady ? null : "the statement store, which is starting or away";
}
