namespace Lrs.Auth;

/// <summary>What a credential may do, xAPI Communication 4.0. <see cref="All"/> is a bit of every other, so that one test answers.</summary>
[Flags]
internal enum Scopes
{
    None = 0,
    StatementsWrite = 1,
    StatementsReadMine = 2,
    StatementsRead = 4,
    State = 8,
    Define = 16,
    Profile = 32,
    AllRead = 64,
    All = 127,
}

/// <summary>The scopes' names on the wire, each way.</summary>
internal static class ScopeNames
{
    private static readonly (string Name, Scopes Scope)[] Names =
    [
        ("statements/write", Scopes.StatementsWrite),
        ("statements/read/mine", Scopes.StatementsReadMine),
        ("statements/read", Scopes.StatementsRead),
        ("state", Scopes.State),
        ("define", Scopes.Define),
        ("profile", Scopes.Profile),
        ("all/read", Scopes.AllRead),
        ("all", Scopes.All),
    ];

    /// <summary>xAPI Communication 4.0: what a credential gets where none is named.</summary>
    public const Scopes Default = Scopes.StatementsWrite | Scopes.StatementsReadMine;

    public static string Known { get; } = string.Join(", ", Names.Select(name => name.Name));

    public static bool TryParse(string name, out Scopes scope)
    {
        scope = Array.Find(Names, known => known.Name == name).Scope;
        return scope != Scopes.None;
    }

    public static Scopes ParseKept(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Scopes.None, (all, name) => TryParse(name, out var one) ? all | one : all);

    /// <summary>Each scope that gives any of these.</summary>
    public static IEnumerable<string> Within(Scopes anyOf) => Names.Where(name => (name.Scope & anyOf) != Scopes.None).Select(name => name.Name);

    public static IReadOnlyList<string> Of(Scopes scopes) =>
        scopes == Scopes.All ? ["all"] : [.. Names.Where(name => name.Scope != Scopes.All && scopes.HasFlag(name.Scope)).Select(name => name.Name)];
}
