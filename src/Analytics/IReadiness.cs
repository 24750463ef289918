namespace Analytics;

/// <summary>A part of this process whose work a balancer or an orchestrator waits for, one for each role: <c>/health/ready</c>.</summary>
public interface IReadiness
{
    /// <summary>What it waits for, in a few words and without personal data; null while it does its work.</summary>
    string? WaitsFor { get; }
}
