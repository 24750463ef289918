namespace Analytics.Compliance;

/// <summary>Finds the rule packs: those of the program, and those of a directory beside them or, under the same name, in their place.</summary>
internal static class RulePackFiles
{
    private static readonly string[] Extensions = [".yaml", ".yml"];

    /// <exception cref="RulePackException">A pack cannot be used, or the directory has none.</exception>
    public static RulePacks Load(string? directory)
    {
        var own = Embedded();
        if (string.IsNullOrEmpty(directory))
            return new RulePacks(own);
        var added = FromDirectory(directory);
        var names = added.Select(pack => pack.Name).ToHashSet(StringComparer.Ordinal);
        return new RulePacks([.. own.Where(pack => !names.Contains(pack.Name)), .. added]);
    }

    private static List<RulePack> Embedded()
    {
        var assembly = typeof(RulePackFiles).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.Contains(".Compliance.RulePacks.", StringComparison.Ordinal));
        return [.. names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return RulePackReader.Read(name, reader);
        })];
    }

    private static List<RulePack> FromDirectory(string directory)
    {
        var files = Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory).Where(file => Extensions.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal).ToList()
            : throw new RulePackException(directory, 0, "a directory of rule packs (Compliance:RulePackDirectory)", "no such directory");
        if (files.Count == 0)
            throw new RulePackException(directory, 0, "rule packs, *.yaml (Compliance:RulePackDirectory)", "none");
        var packs = new Dictionary<string, RulePack>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var reader = new StreamReader(file);
            var pack = RulePackReader.Read(Path.GetFileName(file), reader);
            if (!packs.TryAdd(pack.Name, pack))
                throw pack.Origin.Refuse($"a name of its own: there is another pack {pack.Name} in the directory");
        }

        return [.. packs.Values];
    }
}
