using System.Reflection;

namespace Analytics.ClickHouse;

/// <summary>
/// SQL kept in <c>.sql</c> files beside the C# that runs it, embedded in the assembly: <c>EmbeddedSql.Load&lt;VerbCountsPerDay&gt;()</c>
/// gives <c>VerbCountsPerDay.sql</c> of the type's namespace, and a name gives another file of the same folder.
/// </summary>
public static class EmbeddedSql
{
    /// <exception cref="InvalidOperationException">There is no such file in the type's assembly.</exception>
    public static string Load<T>(string? name = null)
    {
        var resource = $"{typeof(T).Namespace}.{name ?? typeof(T).Name}.sql";
        return Read(typeof(T).Assembly, resource);
    }

    /// <summary>All files of a folder, by name and in the order of their names: migrations.</summary>
    public static IReadOnlyList<(string Name, string Sql)> LoadAll(Assembly assembly, string prefix) =>
        [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix + ".", StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => (resource[(prefix.Length + 1)..^4], Read(assembly, resource)))];

    private static string Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
