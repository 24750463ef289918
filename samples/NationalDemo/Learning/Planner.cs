using Samples.Platforms;
using Samples.Registry;

namespace Samples.Learning;

/// <summary>Decides what a person learns in the year: a goal, then courses that suit them until it is reached.</summary>
internal sealed class Planner
{
    private const int MostCourses = 9;
    private readonly int _seed;
    private readonly int _year;
    private readonly double _zeal;
    private readonly List<(Platform Platform, Course Course)> _offers;

    /// <param name="zeal">How zealous the year was; 1 is as usual.</param>
    public Planner(int seed, int year, IEnumerable<Platform> platforms, double zeal = 1)
    {
        (_seed, _year, _zeal) = (seed, year, zeal);
        _offers = [.. platforms.SelectMany(platform => platform.Courses, (platform, course) => (platform, course))];
    }

    public IReadOnlyList<Participation> PlanFor(Person person)
    {
        // Another year is another draw; that of the registry is numbered 0.
        var chance = Chance.Of(_seed, "plan", person.Number, _zeal < 1 ? _year : 0);
        var goal = Goal(chance, person);
        var plan = new List<Participation>();
        Span<double> weights = stackalloc double[_offers.Count];
        Weigh(person, weights);
        var most = person.Agency.Code == "BMKG" ? 2 * MostCourses : MostCourses;
        for (var course = 0; course < most && goal > 0; course++)
        {
            var pick = chance.Weighted(weights);
            if (pick < 0)
                break;
            weights[pick] = 0;
            foreach (var participation in Attend(chance, person, _offers[pick], plan.Count))
            {
                plan.Add(participation);
                goal -= participation.ExpectedJp;
            }
        }
        return plan;
    }

    /// <summary>Hours aimed at. The zealous part of an agency aims at its duty and a little more, the rest at less.</summary>
    private decimal Goal(Chance chance, Person person)
    {
        var zeal = 0.92 * _zeal * person.Agency.Zeal - (person.EmploymentType == "PPPK_PARUH_WAKTU" ? 0.3 : 0);
        if (person.ExemptReason.Length > 0)
            return chance.Hits(0.2) ? 4 : 0;
        if (!chance.Hits(zeal))
            return chance.Hits(0.22) ? 0 : chance.Between(2, 15);
        return person.Agency.Code == "BMKG" ? chance.Between(25, 120) : chance.Between(22, 32);
    }

    private void Weigh(Person person, Span<double> weights)
    {
        Platform? last = null;
        var appeal = 0.0;
        for (var index = 0; index < _offers.Count; index++)
        {
            var (platform, course) = _offers[index];
            if (!ReferenceEquals(platform, last))
                (last, appeal) = (platform, platform.Appeal(person));
            weights[index] = appeal * course.Popularity;
        }
    }

    private IEnumerable<Participation> Attend(Chance chance, Person person, (Platform Platform, Course Course) offer, int number)
    {
        var times = offer.Course.IsSeries ? chance.Between(2, 5) : 1;
        var day = offer.Course.Sessions is { } sessions ? Session(chance, sessions) : Season.Day(chance, _year);
        for (var time = 0; time < times; time++)
        {
            var days = DaysFrom(chance, offer.Course, day);
            if (days[^1].Year == _year && IsEmployed(person, days))
                yield return new Participation(_seed, _year, person, offer.Platform, offer.Course, number++, days);
            day = Season.WorkingDay(chance, day.AddDays(chance.Between(8, 24)));
        }
    }

    private DateOnly Session(Chance chance, IReadOnlyList<(int Month, int Day)> sessions)
    {
        Span<double> weights = stackalloc double[sessions.Count];
        for (var index = 0; index < sessions.Count; index++)
            weights[index] = Season.Weight(sessions[index].Month);
        var (month, day) = sessions[chance.Weighted(weights)];
        return new DateOnly(_year, month, day);
    }

    /// <summary>The days a learner is seen in the course; some hurry and lose hours to the daily cap.</summary>
    private static DateOnly[] DaysFrom(Chance chance, Course course, DateOnly start)
    {
        var count = course.DailyCap == 0 ? 1 : (int)Math.Ceiling((course.Jp ?? course.StatedJp) / course.DailyCap);
        if (course.DailyCap > 0 && chance.Hits(0.25))
            count = Math.Max(1, count - chance.Between(1, 2));
        if (course.DailyCap == 0 && course.Sessions is null && !course.IsSeries)
            count = chance.Between(1, 3);
        var days = new DateOnly[count];
        days[0] = start;
        for (var index = 1; index < count; index++)
            days[index] = Season.WorkingDay(chance, days[index - 1].AddDays(chance.Between(1, 4)));
        return days;
    }

    private static bool IsEmployed(Person person, DateOnly[] days) =>
        days[0] >= person.EmployedFrom && (person.EmployedTo is not { } last || days[^1] <= last);
}
