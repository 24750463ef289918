using System.Globalization;

namespace Samples.Posting;

/// <summary>Plain lines that say how far the demo has come; at most one each few seconds of a step, and one at its end.</summary>
internal sealed class Progress(TextWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private long _last = clock.GetTimestamp();

    public void Say(string line = "")
    {
        lock (_lock)
            writer.WriteLine(line);
    }

    /// <summary>Written only if some time has passed since the last line, or at the end.</summary>
    public void Count(string label, long done, long of)
    {
        lock (_lock)
        {
            if (done < of && clock.GetElapsedTime(_last) < Between)
                return;
            _last = clock.GetTimestamp();
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label,-14}{done,9:N0} of {of:N0}"));
            writer.Flush();
        }
    }
}
