using System.Globalization;
using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>The watermarks: everything up to them is computed and stored. They move last, and only forward.</summary>
internal sealed class ComputationProgress(ClickHouseClient clickHouse)
{
    private const string Begun = "everyone_begun";
    private const string Rules = "rules:";

    private static readonly string ReadProgress = EmbeddedSql.Load<ComputationProgress>(nameof(ReadProgress));

    public async Task<Watermarks> ReadAsync(CancellationToken cancellation)
    {
        var through = Guid.Empty;
        var positions = new Dictionary<string, DateTimeOffset>();
        await foreach (var (name, position, person) in clickHouse.StreamBinaryAsync(
            ReadProgress, null, static (ref RowBinaryReader row) => (row.ReadString(), row.ReadMoment(), row.ReadGuid()), cancellation))
        {
            positions[name] = position;
            if (name == Begun)
                through = person;
        }

        var rules = positions.Where(one => one.Key.StartsWith(Rules, StringComparison.Ordinal)).OrderByDescending(one => one.Value)
            .Select(one => one.Key[Rules.Length..]).FirstOrDefault("");
        return new Watermarks(Of("statements"), Of("registry"), Of("requests"), Of("everyone"), Of(Begun), through, rules);

        DateTimeOffset Of(string name) => positions.GetValueOrDefault(name, DateTimeOffset.UnixEpoch);
    }

    public Task MoveAsync(Watermarks to, CancellationToken cancellation)
    {
        Row[] rows =
            [
                Row.Of("statements", to.Statements), Row.Of("registry", to.Registry), Row.Of("requests", to.Requests),
                Row.Of("everyone", to.Everyone),
                // The rules that everyone was last computed by are those of the latest such row.
                Row.Of(Rules + to.Rules, to.Everyone),
            ];
        return clickHouse.InsertAsync("compliance_progress", rows, cancellation);
    }

    /// <summary>
    /// Says that a recomputation of everyone has begun, and up to whom all are stored; until <see cref="Watermarks.Everyone"/> is there
    /// too, it has not ended. Of rows of one moment the last holds.
    /// </summary>
    public Task ReachAsync(DateTimeOffset begun, Guid through, CancellationToken cancellation) =>
        clickHouse.InsertAsync("compliance_progress", [Row.Of(Begun, begun, through)], cancellation);

    private sealed record Row(string Name, string Position, Guid PersonId)
    {
        public static Row Of(string name, DateTimeOffset position, Guid person = default) =>
            new(name, position.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture), person);
    }
}

/// <param name="Statements">By <c>stored</c>.</param>
/// <param name="Registry">By <c>imported_at</c>.</param>
/// <param name="Requests">By <c>requested_at</c>.</param>
/// <param name="Everyone">When the last computation of everyone that was finished had begun.</param>
/// <param name="Begun">When the last recomputation of everyone began; past <paramref name="Everyone"/> while it runs, or if it was interrupted.</param>
/// <param name="Through">The last person, in the order of <c>person_years</c>, up to whom that one has stored all.</param>
/// <param name="Rules">The fingerprint of the rule packs by which everyone was last computed; empty before.</param>
internal sealed record Watermarks(
    DateTimeOffset Statements, DateTimeOffset Registry, DateTimeOffset Requests, DateTimeOffset Everyone, DateTimeOffset Begun, Guid Through,
    string Rules)
{
    /// <summary>Never, by other rules, or in another year than this.</summary>
    public bool EveryoneIsDue(string rules, DateTimeOffset now) =>
        Everyone == DateTimeOffset.UnixEpoch || Rules != rules || Wib.DayOf(Everyone).Year != Wib.DayOf(now).Year;

    /// <summary>Whether a recomputation of today has begun and not ended; one of an earlier day is no longer worth going on with.</summary>
    public bool RecomputationIsOpen(DateTimeOffset now) => Begun > Everyone && Wib.DayOf(Begun) == Wib.DayOf(now);
}
