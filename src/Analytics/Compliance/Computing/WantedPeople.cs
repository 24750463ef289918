using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>Whom a query reads: the people named, or all of a range in ClickHouse's order, which no list need be sent for.</summary>
internal sealed class WantedPeople
{
    private static readonly Guid First = Guid.Empty;
    private static readonly Guid Last = Guid.AllBitsSet;

    private readonly (Guid First, Guid Last) _range;
    private readonly IReadOnlyCollection<Guid> _named;

    private WantedPeople(bool isRange, (Guid First, Guid Last) range, IReadOnlyCollection<Guid> named) =>
        (IsRange, _range, _named) = (isRange, range, named);

    public bool IsRange { get; }

    public static WantedPeople Named(IReadOnlyCollection<Guid> people) => new(isRange: false, (First, Last), people);

    /// <summary>Both ends inclusive.</summary>
    public static WantedPeople Between(Guid first, Guid last) => new(isRange: true, (first, last), []);

    public QueryParameters Parameters() => new QueryParameters()
        .Add("first", _range.First).Add("last", _range.Last).Add("all", IsRange).AddKeys("wanted_people", _named);
}
