using System.Globalization;
using Samples.Learning;
using Samples.Registry;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>A simulated platform: what it teaches, whom it reaches, how it names people and how it speaks xAPI.</summary>
internal abstract class Platform
{
    /// <summary>The provider of its credential.</summary>
    public abstract string Provider { get; }
    public abstract string Name { get; }
    public abstract IReadOnlyList<Course> Courses { get; }
    /// <summary>The X-Experience-API-Version it sends.</summary>
    public virtual string Version => "1.0.3";
    public virtual int BatchSize => 50;
    /// <summary>Days from the end of a course until the platform reports it.</summary>
    public virtual int DaysLate => 0;
    /// <summary>The part of its batches it sends twice, as after an answer it did not wait for.</summary>
    public virtual double BatchesSentTwice => 0;

    /// <summary>How much it draws this person, against the other platforms.</summary>
    public abstract double Appeal(Person person);

    /// <summary>How it names this person.</summary>
    public abstract Ifi Identify(Person person);

    /// <summary>The part of its learners whose identifier nobody has given to the registry.</summary>
    public virtual double UnknownLearners => 0.03;

    public abstract IEnumerable<Draft> Tell(Participation participation);

    /// <summary>What it says about the people of one agency in one month; most platforms speak of each by themselves.</summary>
    public virtual IEnumerable<Draft> TellAll(IReadOnlyList<Participation> participations) => participations.SelectMany(Tell);

    /// <summary>What it has to say about a course of another platform.</summary>
    public virtual IEnumerable<Draft> Relay(Participation elsewhere) => [];

    public virtual string Stamp(DateTimeOffset when) =>
        when.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether the registry has been told; of one address the same whichever platform uses it.</summary>
    public bool IsRegistered(Person person) => !Chance.Of(person.Number, Identify(person).Value).Hits(UnknownLearners);

    protected Draft Say(Participation participation, string what, Verb verb, DateTimeOffset when) =>
        new(new Actor(Identify(participation.Person)), verb, Describe(participation.Course), when) { Id = participation.Id(what) };

    protected virtual Thing Describe(Course course) =>
        new(course.Iri, course.Title, "http://adlnet.gov/expapi/activities/course");

    protected static string WorkMail(Person person) =>
        string.Create(CultureInfo.InvariantCulture, $"{Slug(person.Name)}.{person.Number + 1:D5}@{Slug(person.Agency.Code)}.surel.example");

    protected static string LocalStamp(DateTimeOffset when) =>
        when.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    protected static string Slug(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var name = comma < 0 ? text : text[..comma];
        var plain = name.ToLowerInvariant().Replace(' ', '.').Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        return string.Concat(plain).Replace("..", ".", StringComparison.Ordinal);
    }

    protected static bool WorksIn(Person person, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (person.Unit.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
