using System.Numerics;

namespace Lrs.Statements;

/// <summary>What an objectType can say. A set, because the property may come last and the others narrow it down meanwhile.</summary>
[Flags]
internal enum ObjectKinds : byte
{
    None = 0,
    Activity = 1,
    Agent = 2,
    Group = 4,
    SubStatement = 8,
    StatementRef = 16,
    AgentOrGroup = Agent | Group,
    InSubStatement = Activity | Agent | Group | StatementRef,
    InStatement = InSubStatement | SubStatement,
}

/// <summary>The shape of each kind, and of each set of kinds that is still possible while the objectType has not been seen.</summary>
internal static class KindTable
{
    private static readonly ObjectKinds[] Single =
        [ObjectKinds.Activity, ObjectKinds.Agent, ObjectKinds.Group, ObjectKinds.SubStatement, ObjectKinds.StatementRef];

    private static readonly Shape[] Shapes = [.. Enumerable.Range(0, 32).Select(kinds => Combine((ObjectKinds)kinds))];

    /// <summary>Allows what any of the kinds allows. Requires nothing unless there is one kind only.</summary>
    public static Shape ShapeOf(ObjectKinds kinds) => Shapes[(int)kinds];

    /// <summary>Those of the kinds that have a property of this name.</summary>
    public static ObjectKinds Having(ObjectKinds kinds, Names name)
    {
        // The usual case: an objectType came first, or only one kind may stand here. The name is known to be allowed.
        if (BitOperations.IsPow2((int)kinds)) return kinds;
        foreach (var kind in Single)
        {
            if ((ShapeOf(kind).Allowed & name) == 0) kinds &= ~kind;
        }

        return kinds;
    }

    /// <summary>What an object is taken for if it does not say (xAPI-Data 2.4.2.1, 2.4.4); nothing where it must say.</summary>
    public static ObjectKinds Default(ObjectKinds allowed) =>
        (allowed & ObjectKinds.Activity) != 0 ? ObjectKinds.Activity : allowed & ObjectKinds.Agent;

    public static ObjectKinds Read(ref StatementReader reader)
    {
        foreach (var kind in Single)
        {
            if (reader.TextEquals(TextOf(kind))) return kind;
        }

        return ObjectKinds.None;
    }

    /// <summary>The kinds in words: "Agent" or "Group".</summary>
    public static string Describe(ObjectKinds kinds) =>
        string.Join(" or ", Single.Where(kind => (kinds & kind) != 0).Select(kind => $"\"{kind}\""));

    private static ReadOnlySpan<byte> TextOf(ObjectKinds kind) => kind switch
    {
        ObjectKinds.Activity => "Activity"u8,
        ObjectKinds.Agent => "Agent"u8,
        ObjectKinds.Group => "Group"u8,
        ObjectKinds.SubStatement => "SubStatement"u8,
        _ => "StatementRef"u8,
    };

    private static Shape Combine(ObjectKinds kinds)
    {
        Shape[] shapes = [.. Single.Where(kind => (kinds & kind) != 0).Select(Own)];
        if (shapes.Length == 1) return shapes[0];
        var allowed = shapes.Aggregate(Names.None, (names, shape) => names | shape.Allowed);
        return new Shape(string.Join(" or ", shapes.Select(shape => shape.Of)), allowed, Names.None, Spec.Object);
    }

    private static Shape Own(ObjectKinds kind) => kind switch
    {
        ObjectKinds.Activity => Shape.Activity,
        ObjectKinds.Agent => Shape.Agent,
        ObjectKinds.Group => Shape.Group,
        ObjectKinds.SubStatement => Shape.SubStatement,
        _ => Shape.StatementRef,
    };
}
