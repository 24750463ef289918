namespace EndToEnd.Tests.IndependentReading;

/// <summary>What becomes other once hours were counted: late statements and voidings, rows that are imported again, what a verifier enters.</summary>
internal static class Changes
{
    private static readonly decimal[] Entered = [0, 3, 7.25m, 20];

    /// <summary>Takes a quarter of the statements, and the voidings among them, out of the world: they come later.</summary>
    public static Said[] HoldBack(World world, Random random)
    {
        var statements = world.Statements.ToArray();
        random.Shuffle(statements);
        var quarter = statements.Length / 4;
        world.Statements.Clear();
        world.Statements.AddRange(statements[quarter..]);
        return statements[..quarter];
    }

    /// <summary>Other rows under the same keys: an activity is worth something else, a person works elsewhere, an identifier is another's.</summary>
    public static void OfTheRegistry(World world, Random random)
    {
        T Pick<T>(IReadOnlyCollection<T> from) => from.ElementAt(random.Next(from.Count));
        world.Agencies[Pick(world.Agencies.Keys)] = Pick([7, 8, 9]);
        foreach (var rows in Some(world.Activities.Values))
            rows[^1] = rows[^1] with
            {
                Form = Pick([rows[^1].Form, Pick(FormRule.Forms)]), International = !rows[^1].International, Jp = Pick([4, 12.4m]),
            };
        foreach (var spells in Some(world.People.Values))
            spells[^1] = spells[^1] with { Agency = Pick(world.Agencies.Keys), ContractFrom = new(2023, 5, 31), Exempt = Pick(["", "Cuti"]) };
        foreach (var holdings in Some(world.Identifiers.Values))
            holdings[^1] = holdings[^1] with { Nip = Pick(world.People.Keys) };

        List<T> Some<T>(IReadOnlyCollection<T> all) => [.. all.Where(_ => random.Next(8) == 0)];
    }

    /// <summary>Enters hours for a half of the claims that wait for a verifier; which they are.</summary>
    public static List<(string Nip, Guid Id, decimal Jp)> OfAVerifier(World world, Dictionary<string, List<Claim>> claims, Random random)
    {
        var waiting = claims.SelectMany(one => one.Value.Where(claim => claim.IsPending).Select(claim => (Nip: one.Key, claim.Said.Id)));
        var entries = waiting.Where(_ => random.Next(2) == 0).Select(one => (one.Nip, one.Id, Jp: Entered[random.Next(Entered.Length)])).ToList();
        foreach (var (nip, id, jp) in entries)
            world.Entered[(nip, id)] = jp;
        return entries;
    }
}
