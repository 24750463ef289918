namespace Analytics.Compliance.Steps;

/// <summary>Steps 1, 2 and 5: the statements that are this person's, each once, on its local day, in order of timestamp, then id.</summary>
internal static class Who
{
    public static List<DatedStatement> Resolve(Person person, IEnumerable<LearningStatement> statements)
    {
        var keys = person.Keys
            .OrderByDescending(key => key.Validity.From ?? NodaTime.LocalDate.MinIsoValue)
            .ToLookup(key => key.Ifi, StringComparer.Ordinal);
        return [.. statements
            .Select(statement => Dated(person, statement))
            .Where(dated => keys[dated.Statement.Actor].FirstOrDefault(key => key.Names(dated)) is { IsTheirs: true })
            .OrderBy(dated => dated.Statement.Timestamp)
            // A Guid compares byte by byte from its first, as its lower-case text does.
            .ThenBy(dated => dated.Statement.Id)
            .DistinctBy(dated => dated.Statement.Id)];
    }

    private static DatedStatement Dated(Person person, LearningStatement statement)
    {
        var (spell, date) = person.Employment.At(statement.Timestamp);
        return new DatedStatement(statement, date, spell);
    }
}
