namespace Lrs.Statements.Rules;

/// <summary>What the rules around an object need to know of it once it has been read.</summary>
internal struct ReadObject
{
    public ObjectKinds Kind;

    /// <summary>Which identifiers an Agent or Group has.</summary>
    public Names Identifiers;
    public int MemberCount;

    /// <summary>Which identifiers the members of a Group have, one or the other of them.</summary>
    public Names IdentifiersOfMembers;

    /// <summary>The id, if it is a UUID as that of a StatementRef must be.</summary>
    public Guid Uuid;
    public bool IsUuid;
    public string? IriProblem;
}

/// <summary>
/// Everything that has an objectType: actors, activities, references, SubStatements. The objectType may come last, so each
/// property narrows down what the object can still be, and what depends on the kind is judged at the end.
/// </summary>
internal static class ObjectRules
{
    public static bool Check(ref StatementReader reader, ObjectKinds allowed, out ReadObject read)
    {
        read = default;
        if (!reader.EnterObject()) return false;
        var kinds = allowed;
        var seen = Names.None;
        var subStatement = new StatementFacts { IsSubStatement = true };
        while (reader.NextProperty(KindTable.ShapeOf(kinds), ref seen, out var name))
        {
            kinds = KindTable.Having(kinds, name);
            var isGood = name switch
            {
                Names.ObjectType => CheckObjectType(ref reader, allowed, seen, ref kinds),
                Names.Id => CheckId(ref reader, ref read),
                Names.Definition => ActivityRules.CheckDefinition(ref reader),
                Names.Name or Names.Mbox or Names.Mbox_sha1sum or Names.Openid or Names.Account or Names.Member =>
                    ActorRules.CheckProperty(ref reader, name, ref read),
                _ => StatementRules.CheckProperty(ref reader, name, ref subStatement),
            };
            if (!isGood) return false;
        }

        return reader.Error is null
            && Decide(ref reader, allowed, kinds, seen, out read.Kind)
            && Complete(ref reader, seen, read, subStatement);
    }

    private static bool CheckObjectType(ref StatementReader reader, ObjectKinds allowed, Names seen, ref ObjectKinds kinds)
    {
        if (!reader.IsString()) return false;
        var kind = KindTable.Read(ref reader);
        if ((kind & allowed) == 0)
        {
            return reader.Fail(kind == ObjectKinds.SubStatement && allowed == ObjectKinds.InSubStatement
                ? new NestedSubStatement(reader.Path())
                : new InvalidValue(reader.Path(), KindTable.Describe(allowed), reader.Quotable(), Spec.Object));
        }

        if ((kind & kinds) == 0) return FailMisplaced(ref reader, kind, seen);
        kinds = kind;
        return true;
    }

    // A property came before the objectType that this kind does not have: name that one, not the objectType.
    private static bool FailMisplaced(ref StatementReader reader, ObjectKinds kind, Names seen)
    {
        var shape = KindTable.ShapeOf(kind);
        var misplaced = NameTable.Text(seen & ~shape.Allowed);
        return reader.Fail(new UnknownProperty(reader.PathToSibling(misplaced), shape.Of, null));
    }

    private static bool CheckId(ref StatementReader reader, ref ReadObject read)
    {
        if (!reader.IsString()) return false;
        read.IriProblem = IriRules.Problem(reader.Text());
        read.IsUuid = UuidRules.TryParse(reader.Text(), out read.Uuid);
        return true;
    }

    private static bool Decide(ref StatementReader reader, ObjectKinds allowed, ObjectKinds possible, Names seen, out ObjectKinds kind)
    {
        kind = possible;
        if ((seen & Names.ObjectType) != 0) return true;
        kind = KindTable.Default(allowed);
        if ((kind & possible) != 0) return true;
        // xAPI-Data 2.4.4.2 and 2.4.2.2: without it, an Agent as object would be an Activity, and a Group an Agent.
        return reader.Fail(new MissingProperty(reader.PathTo("objectType"), KindTable.ShapeOf(possible).Of, Spec.ActorAsObject));
    }

    private static bool Complete(ref StatementReader reader, Names seen, in ReadObject read, in StatementFacts subStatement)
    {
        if (!reader.Require(KindTable.ShapeOf(read.Kind), seen)) return false;
        return read.Kind switch
        {
            ObjectKinds.Activity => read.IriProblem is not { } problem
                || reader.Fail(new InvalidIri(reader.PathTo("id"), problem, null)),
            ObjectKinds.StatementRef => read.IsUuid
                || reader.Fail(new InvalidUuid(reader.PathTo("id"), UuidRules.Expected)),
            ObjectKinds.SubStatement => StatementRules.Complete(ref reader, subStatement),
            _ => ActorRules.Complete(ref reader, seen, read),
        };
    }
}
