using System.Globalization;
using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>The watermarks: everything up to them is computed and stored. They move last, and only forward.</summary>
internal sealed class ComputationProgress(ClickHouseClient clickHouse)
{
    private static readonly string ReadProgress = EmbeddedSql.Load<ComputationProgress>(nameof(ReadProgress));

    public async Task<Watermarks> ReadAsync(CancellationToken cancellation)
    {
        var positions = new Dictionary<string, DateTimeOffset>();
        await foreach (var (name, position) in clickHouse.StreamBinaryAsync(
            ReadProgress, null, static (ref RowBinaryReader row) => (Name: row.ReadString(), Position: row.ReadMoment()), cancellation))
            positions[name] = position;
        return new Watermarks(Of("statements"), Of("registry"), Of("requests"), Of("everyone"));

        DateTimeOffset Of(string name) => positions.GetValueOrDefault(name, DateTimeOffset.UnixEpoch);
    }

    public Task MoveAsync(Watermarks to, CancellationToken cancellation)
    {
        (string Name, DateTimeOffset Position)[] rows =
            [("statements", to.Statements), ("registry", to.Registry), ("requests", to.Requests), ("everyone", to.Everyone)];
        return clickHouse.InsertAsync("compliance_progress", rows.Select(row => new Row(row.Name, Text(row.Position))), cancellation);
    }

    private static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private sealed record Row(string Name, string Position);
}

/// <param name="Statements">By <c>stored</c>.</param>
/// <param name="Registry">By <c>imported_at</c>.</param>
/// <param name="Requests">By <c>requested_at</c>.</param>
/// <param name="Everyone">When the last computation of everyone that was finished had begun.</param>
internal sealed record Watermarks(DateTimeOffset Statements, DateTimeOffset Registry, DateTimeOffset Requests, DateTimeOffset Everyone)
{
    public bool NeverComputed => Everyone == DateTimeOffset.UnixEpoch;
}
