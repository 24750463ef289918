using Samples.Learning;
using Samples.Statements;

namespace Samples.Platforms;

/// <summary>A site that sends with Moodle's xAPI plugin: no statement ids, no result, no duration, course pages by number.</summary>
internal abstract class MoodleSite : Platform
{
    protected abstract string Site { get; }

    public override IEnumerable<Draft> Tell(Participation taken)
    {
        for (var day = 0; day < taken.Days.Length; day++)
            yield return Logged(taken, Verb.Viewed, taken.At(day));
        yield return Logged(taken, Verb.Completed, taken.AtEnd(50));
    }

    protected Draft Logged(Participation taken, Verb verb, DateTimeOffset when)
    {
        var actor = new Actor(Identify(taken.Person), taken.Person.Name);
        return new Draft(actor, verb, Describe(taken.Course), when)
        {
            Platform = "Moodle",
            Language = "id",
            Category = new Thing(Site, Name, "http://id.tincanapi.com/activitytype/lms"),
            Extensions = [new Extension("http://lrs.learninglocker.net/define/extensions/event_name", EventOf(verb), null)],
        };
    }

    protected override Thing Describe(Course course) =>
        new(course.Iri, course.Title, "https://w3id.org/xapi/cmi5/activitytype/course", "id");

    private static string EventOf(Verb verb) =>
        verb == Verb.Completed ? @"\core\event\course_completed" : @"\core\event\course_viewed";
}
