namespace Samples.Registry;

/// <summary>An invented civil servant. One who moved has a second agency from a day on.</summary>
internal sealed record Person(
    int Number, string Nip, string Name, string EmploymentType, Agency Agency, string Unit, string PositionGroup)
{
    public required DateOnly EmployedFrom { get; init; }
    public DateOnly? EmployedTo { get; init; }
    public DateOnly? ContractFrom { get; init; }
    public DateOnly? ContractTo { get; init; }
    public string ExemptReason { get; init; } = "";
    public (Agency Agency, DateOnly On)? Move { get; init; }

    public bool IsLeader => PositionGroup is "JPT" or "Administrator" or "Pengawas";

    public Agency AgencyOn(DateOnly day) => Move is { } move && day >= move.On ? move.Agency : Agency;
}
