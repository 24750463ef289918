using System.Diagnostics;

namespace Jobs.Tests;

/// <summary>
/// Counts the times of a clock that rings every second, from before its processes were started. However late they are served, and however many at
/// once after a pause, there are no more of them than seconds; served twice each, there are.
/// </summary>
internal sealed class RingsOfASecond
{
    private readonly long _begun = Stopwatch.GetTimestamp();

    private double Seconds => Stopwatch.GetElapsedTime(_begun).TotalSeconds;

    /// <summary>How many runs to wait for once the processes have started: by then, runs served twice outnumber the seconds, also those of the start.</summary>
    public int Enough() => (2 * (int)Math.Ceiling(Seconds)) + 6;

    /// <remarks>One more than the seconds that began, and one more: the second process sets the clock anew, whose next ring is then no second away.</remarks>
    public void AssertEachServedOnce(int runs) => Assert.InRange(runs, 1, (int)Math.Floor(Seconds) + 2);
}
