using System.Globalization;
using Analytics.ClickHouse;
using Analytics.Registry;
using Analytics.Relational;

namespace Lrs.ReadLog;

/// <summary>Answers from the access log. The names of the people are of today's registry; the log itself holds none.</summary>
internal sealed class ReadLogReader(RelationalStore store, PeopleNames names)
{
    private static readonly string List = EmbeddedSql.Load<ReadLogReader>("ListRecordReads");

    public async Task<ReadLogPage> ReadAsync(ReadLogQuery query, CancellationToken cancellation)
    {
        var (time, person) = query.Cursor;
        var lines = await store.ReadAsync<ReadLogLine>(
            List,
            new
            {
                from = query.From,
                to = query.To,
                beforeTime = time,
                beforePerson = person,
                agency = query.AgencyCode,
                person = query.PersonId?.ToString() ?? "",
                caller = query.Caller,
                callerPattern = "%" + query.Caller.ToLowerInvariant().Replace("!", "!!").Replace("%", "!%").Replace("_", "!_") + "%",
                purpose = query.Purpose,
                limit = query.Limit + 1,
            },
            cancellation);
        var page = lines.Take(query.Limit).ToList();
        var named = await names.ReadAsync([.. page.Select(line => line.PersonId).Where(id => id != Guid.Empty).Distinct()], cancellation);
        return new ReadLogPage(
            [.. page.Select(line => line with { PersonName = named.GetValueOrDefault(line.PersonId) })],
            lines.Count > query.Limit ? CursorOf(page[^1]) : null);
    }

    private static string CursorOf(ReadLogLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.ReadAt.UtcTicks}_{line.PersonId}");
}

/// <param name="Caller">The credential or user, or <c>public</c> for whoever held a printed transcript's code.</param>
/// <param name="CallerName">The user's name; null where it was a credential, or the user is gone.</param>
/// <param name="PersonId">Whose record; all zero where it was a file or a list that does not name one person.</param>
/// <param name="Purpose">Why: lookup, transcript, printed transcript, people list, manual claims, manual credit, report and its id, ...</param>
internal sealed record ReadLogLine
{
    public DateTimeOffset ReadAt { get; init; }

    public string Caller { get; init; } = "";

    public string? CallerName { get; init; }

    public Guid PersonId { get; init; }

    public string? PersonName { get; init; }

    public string AgencyCode { get; init; } = "";

    public string Purpose { get; init; } = "";
}

internal sealed record ReadLogPage(IReadOnlyList<ReadLogLine> Reads, string? Next);

/// <param name="Caller">Part of the caller or of the user's name; "" for all.</param>
internal sealed record ReadLogQuery(
    DateTimeOffset From, DateTimeOffset To, string AgencyCode, Guid? PersonId, string Caller, string Purpose, int Limit, (DateTimeOffset, string) Cursor)
{
    /// <summary>Before the newest: later than any line, and after any id.</summary>
    private static readonly (DateTimeOffset, string) First = (new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero), "~");

    public static (DateTimeOffset, string) ParseCursor(string cursor) =>
        cursor.Split('_') is [var ticks, var person] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var utc)
        && utc >= 0 && utc <= DateTimeOffset.MaxValue.Ticks && Guid.TryParse(person, out _)
            ? (new DateTimeOffset(utc, TimeSpan.Zero), person)
            : First;
}
