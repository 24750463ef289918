using Analytics.ClickHouse;
using Analytics.Registry;

namespace Analytics.Compliance.Manual;

/// <summary>Keeps what verifiers enter, every entry for good, and has the person computed again.</summary>
public sealed class ManualCredits : IDisposable
{
    private const string Insert =
        "INSERT INTO manual_credits (person_id, statement_id, entered_at, entry_id, jp, reason, entered_by) FORMAT RowBinary";

    private static readonly string EntriesOfClaim = EmbeddedSql.Load<ManualCredits>(nameof(EntriesOfClaim));

    private readonly ClickHouseClient _clickHouse;
    private readonly TimeProvider _clock;
    // Two corrections at once would each take the time after the same entry.
    private readonly SemaphoreSlim _oneAtATime = new(1);

    internal ManualCredits(ClickHouseClient clickHouse, TimeProvider clock) => (_clickHouse, _clock) = (clickHouse, clock);

    /// <summary>Enters JP for a claim; it counts within seconds. Whether the claim is one is for <see cref="ManualClaims"/> to say.</summary>
    public async Task<ManualCredit> EnterAsync(
        Guid personId, Guid statementId, decimal jp, string reason, string enteredBy, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var last = (await ReadAsync(personId, statementId, cancellation)).LastOrDefault();
            var entry = new ManualCredit(
                Guid.CreateVersion7(_clock.GetUtcNow()), personId, statementId, jp, reason, enteredBy, After(last, _clock.GetUtcNow()));
            var requests = new ComputeRequests(_clickHouse, _clock, maxSingle: 1);
            requests.AddPerson(personId);
            await requests.WriteAsync(cancellation);
            await _clickHouse.InsertBinaryAsync(Insert, [entry], Write, cancellation);
            await requests.WriteAsync(cancellation);
            return entry;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Every entry for a claim, the one that holds last.</summary>
    public async Task<IReadOnlyList<ManualCredit>> ReadAsync(Guid personId, Guid statementId, CancellationToken cancellation)
    {
        var entries = new List<ManualCredit>();
        var claim = new QueryParameters().Add("person", personId).Add("statement", statementId);
        await foreach (var (id, jp, reason, by, at) in _clickHouse.StreamBinaryAsync(
            EntriesOfClaim, claim,
            static (ref RowBinaryReader row) =>
                (row.ReadGuid(), Jp: row.ReadInt32() / 100m, Reason: row.ReadString(), By: row.ReadString(), At: row.ReadMoment()),
            cancellation))
            entries.Add(new ManualCredit(id, personId, statementId, Jp.Shown(jp), reason, by, at));
        return entries;
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>Whatever the clock does: the entry that was made last is the one that holds.</summary>
    private static DateTimeOffset After(ManualCredit? last, DateTimeOffset now) =>
        last is not null && now <= last.EnteredAt ? last.EnteredAt.AddMicroseconds(1) : now;

    private static void Write(RowBinaryWriter writer, ManualCredit entry)
    {
        writer.Write(entry.PersonId);
        writer.Write(entry.StatementId);
        writer.Write(entry.EnteredAt);
        writer.Write(entry.EntryId);
        // A Decimal(9, 2) is hundredths in an Int32.
        writer.Write((int)(entry.Jp * 100));
        writer.Write(entry.Reason);
        writer.Write(entry.EnteredBy);
    }
}
