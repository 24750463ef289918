namespace Analytics.Compliance.Manual;

/// <summary>One entry of a verifier for one claim: what it is worth, why, by whom and when. A later entry for the claim corrects it.</summary>
/// <param name="EntryId">Made here; later entries have later ids.</param>
/// <param name="PersonId">Whose claim; the statement of a Group is a claim of each member.</param>
/// <param name="StatementId">The statement that claims the learning.</param>
/// <param name="Jp">From 0, which settles that nothing counts, to <see cref="MostJp"/>, with at most two decimals.</param>
/// <param name="Reason">In the verifier's words.</param>
/// <param name="EnteredBy">As in the access log: <c>user:</c> or <c>credential:</c> and the name.</param>
/// <param name="EnteredAt">Later than the entry it corrects.</param>
public sealed record ManualCredit(
    Guid EntryId, Guid PersonId, Guid StatementId, decimal Jp, string Reason, string EnteredBy, DateTimeOffset EnteredAt)
{
    /// <summary>More than a year of study leave gives; beyond it is a slip.</summary>
    public const decimal MostJp = 1_000;

    public const int MaxReasonLength = 1_000;
}
