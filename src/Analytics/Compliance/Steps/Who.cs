namespace Analytics.Compliance.Steps;

/// <summary>Steps 1, 2 and 5: the statements that are this person's, each once, on its local day, in order of timestamp, then id.</summary>
internal static class Who
{
    public static void Resolve(Person person, IEnumerable<LearningStatement> statements, List<DatedStatement> resolved)
    {
        resolved.Clear();
        var inOrder = true;
        foreach (var statement in statements)
        {
            var (spell, date) = person.Employment.At(statement.Timestamp);
            var dated = new DatedStatement(statement, date, spell);
            if (!person.IsNamedBy(dated))
                continue;
            inOrder &= resolved.Count == 0 || Compare(resolved[^1].Statement, statement) < 0;
            resolved.Add(dated);
        }

        // Stored in this order, they mostly come in it, and then each is there once.
        if (inOrder)
            return;
        resolved.Sort(static (a, b) => Compare(a.Statement, b.Statement));
        var once = resolved.DistinctBy(dated => dated.Statement.Id).ToList();
        resolved.Clear();
        resolved.AddRange(once);
    }

    // A Guid compares byte by byte from its first, as its lower-case text does.
    private static int Compare(LearningStatement a, LearningStatement b) =>
        a.Timestamp.CompareTo(b.Timestamp) is var order and not 0 ? order : a.Id.CompareTo(b.Id);
}
