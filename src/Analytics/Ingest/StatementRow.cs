namespace Analytics.Ingest;

/// <summary>A statement flattened for the table <c>statements</c>: one property per column.</summary>
public sealed record StatementRow
{
    public required Guid Id { get; init; }
    public required DateTimeOffset? Timestamp { get; init; }
    public required string Provider { get; init; }
    public required string Authority { get; init; }
    public required string Version { get; init; }
    public required string Verb { get; init; }
    public required string ObjectKind { get; init; }
    public required string ObjectId { get; init; }
    public required Guid Registration { get; init; }
    public required string Actor { get; init; }
    public required IReadOnlyCollection<string> Learners { get; init; }
    public required IReadOnlyCollection<string> Activities { get; init; }
    public required bool? Success { get; init; }
    public required bool? Completion { get; init; }
    public required string Duration { get; init; }
    public required string JpExtension { get; init; }
    public required string CertificateNumber { get; init; }
    public required Guid Voids { get; init; }
    public required ulong[] FilterKeys { get; init; }
    public required UInt128 Fingerprint { get; init; }
    public required bool MayDefine { get; init; }
    public required ReadOnlyMemory<byte> Raw { get; init; }
}
