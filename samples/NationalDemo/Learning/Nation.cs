using NodaTime;
using Samples.Platforms;
using Samples.Registry;

namespace Samples.Learning;

/// <summary>The whole demo before it is sent: its people and, by their plans, what each platform will have to tell.</summary>
internal sealed class Nation
{
    /// <summary>A year before, people learnt less: the pages show by how much it got better.</summary>
    private const double ZealTheYearBefore = 0.82;

    private readonly int _seed;
    private readonly Planner _planner;

    public Nation(int seed, int year, int people, DateTimeOffset now)
    {
        _seed = seed;
        Year = year;
        Now = now;
        Today = DateOnly.FromDateTime(
            Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb["Asia/Jakarta"]).ToDateTimeUnspecified());
        Platforms = AllPlatforms.Create();
        People = [.. new People(seed, year, people).Generate()];
        _planner = new Planner(seed, year, Platforms);
    }

    private Nation(Nation after)
    {
        (_seed, Year, Now, Today) = (after._seed, after.Year - 1, after.Now, after.Today);
        (Platforms, People) = (after.Platforms, after.People);
        _planner = new Planner(_seed, Year, Platforms, ZealTheYearBefore);
    }

    public int Year { get; }
    public DateTimeOffset Now { get; }
    public DateOnly Today { get; }
    public IReadOnlyList<Platform> Platforms { get; }
    public IReadOnlyList<Person> People { get; }
    public IEnumerable<Course> Courses => Platforms.SelectMany(platform => platform.Courses);

    /// <summary>The same people a year earlier.</summary>
    public Nation TheYearBefore() => new(this);

    public IReadOnlyList<Participation> PlanFor(Person person) => _planner.PlanFor(person);

    /// <summary>What is reported in a month, by agency. What is still going on today is told as far as it has come.</summary>
    public IEnumerable<IReadOnlyList<Participation>> ReportedIn(int month)
    {
        foreach (var agency in People.GroupBy(person => person.Agency))
        {
            var reported = agency.SelectMany(PlanFor).Where(taken => MonthReported(taken) == month).ToList();
            if (reported.Count > 0)
                yield return reported;
        }
    }

    public int LastMonth => Today.Year > Year ? 12 : Today.Month;

    private int MonthReported(Participation taken)
    {
        if (taken.Start > Today || (taken.ReportedOn > Today && taken.Platform.DaysLate > 0))
            return 0;
        var on = taken.ReportedOn < Today ? taken.ReportedOn : Today;
        return on.Year > Year ? 12 : on.Month;
    }
}
