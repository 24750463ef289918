using System.Globalization;
using Samples.Platforms;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Learning;

/// <summary>One person taking one course, on the days they were seen there; a platform tells it in its own way.</summary>
internal sealed record Participation(int Seed, int Year, Person Person, Platform Platform, Course Course, int Number, DateOnly[] Days)
{
    public DateOnly Start => Days[0];
    public DateOnly End => Days[^1];
    /// <summary>The days on which a learner was only seen; the last is told by how it ended.</summary>
    public IEnumerable<int> DaysBeforeLast => Enumerable.Range(0, Days.Length - 1);
    public DateOnly ReportedOn => End.AddDays(Platform.DaysLate);
    public decimal ExpectedJp => Course.ExpectedJp(Days.Length);

    public Chance Chance(string of) => Samples.Chance.Of(Seed, of, Person.Number, Number);

    public Guid Id(string what, string? provider = null) =>
        DerivedId.Of(Seed, Year, provider ?? Platform.Provider, Person.Number, Number, what);

    public string Certificate(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}/{Year}/{Person.Number + 1:D6}/{Number + 1:D2}");

    /// <summary>A moment on one of the days: office hours mostly, evenings for some, and so many minutes later.</summary>
    public DateTimeOffset At(int day, int minutesLater = 0)
    {
        var chance = Samples.Chance.Of(Seed, "hour", Person.Number, Number * 64 + day);
        var hour = chance.Hits(0.8) ? chance.Between(8, 15) : chance.Between(18, 20);
        var time = new TimeOnly(hour, chance.Between(0, 59), chance.Between(0, 59));
        return Person.AgencyOn(Days[day]).At(Days[day], time).AddMinutes(minutesLater);
    }

    public DateTimeOffset AtEnd(int minutesLater = 0) => At(Days.Length - 1, minutesLater);
}
