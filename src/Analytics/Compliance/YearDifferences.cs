using System.Globalization;

namespace Analytics.Compliance;

/// <summary>How computed years differ from those that stood before them: how many, in what, and some of them by person id.</summary>
/// <param name="goesOn">Whether others were compared before, by a run that was interrupted.</param>
public sealed class YearDifferences(bool goesOn)
{
    private const int MaxExamples = 20;

    private readonly List<(Guid PersonId, int Year)> _examples = [];
    private long _hours;
    private long _standing;
    private long _competencies;
    private long _missing;
    private long _gone;

    public long Compared { get; private set; }

    /// <summary>How many are other than they stood.</summary>
    public long Years { get; private set; }

    public IReadOnlyList<(Guid PersonId, int Year)> Examples => _examples;

    /// <summary>Counts and person ids, nothing else of anybody.</summary>
    public override string ToString()
    {
        var compared = goesOn ? $"{Compared} years, those before the interruption not among them" : $"{Compared} years";
        if (Years == 0)
            return string.Create(CultureInfo.InvariantCulture, $"0 of {compared} differed.");
        var examples = string.Join(", ", _examples.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.PersonId} {one.Year}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Years} of {compared} differed (hours {_hours}, requirement or status {_standing}, competencies {_competencies}, was missing {_missing}, should not have been {_gone}), such as {examples}.");
    }

    /// <param name="compared">How many years were compared, those that are the same among them.</param>
    /// <param name="standing">What stands of the others, and of years that are no more.</param>
    /// <param name="computed">The years that are other than what stands.</param>
    internal void Compare(
        long compared, IReadOnlyDictionary<(Guid PersonId, int Year), PersonYear> standing, IReadOnlyCollection<PersonYear> computed)
    {
        lock (_examples)
        {
            Compared += compared;
            foreach (var year in computed)
                Compare(standing.GetValueOrDefault((year.PersonId, year.Year)), year);
            foreach (var (person, year) in standing.Keys.Except(computed.Select(one => (one.PersonId, one.Year))))
                Note(person, year, ref _gone);
        }
    }

    private void Compare(PersonYear? stood, PersonYear year)
    {
        if (stood is null)
            Note(year.PersonId, year.Year, ref _missing);
        else if (!SameHours(stood, year))
            Note(year.PersonId, year.Year, ref _hours);
        else if (!SameStanding(stood, year))
            Note(year.PersonId, year.Year, ref _standing);
        else if (!stood.Competencies.SequenceEqual(year.Competencies))
            Note(year.PersonId, year.Year, ref _competencies);
    }

    private void Note(Guid person, int year, ref long kind)
    {
        kind++;
        Years++;
        if (_examples.Count < MaxExamples)
            _examples.Add((person, year));
    }

    private static bool SameHours(PersonYear a, PersonYear b) =>
        (a.ClaimedJp, a.ConvertedJp, a.CountedJp) == (b.ClaimedJp, b.ConvertedJp, b.CountedJp)
        && a.Credits.Count == b.Credits.Count
        && a.Credits.Zip(b.Credits).All(pair =>
            pair.First with { Reductions = pair.Second.Reductions } == pair.Second && pair.First.Reductions.SequenceEqual(pair.Second.Reductions));

    private static bool SameStanding(PersonYear a, PersonYear b) =>
        (a.AgencyCode, a.EmploymentType, a.Status, a.MissingJp) == (b.AgencyCode, b.EmploymentType, b.Status, b.MissingJp)
        && (a.Requirement, a.Target) == (b.Requirement, b.Target);
}
