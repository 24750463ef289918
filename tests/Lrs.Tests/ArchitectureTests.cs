using System.Reflection;
using System.Text.RegularExpressions;

namespace Lrs.Tests;

/// <summary>The tree is the architecture: references run one way, and what the documents name exists.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly[] Product = [typeof(Analytics.DataOptions).Assembly, typeof(Jobs.Schedule).Assembly, typeof(HostingOptions).Assembly];

    private static readonly string Repository = FindRepository();

    [Theory]
    [InlineData("Analytics", new string[0])]
    [InlineData("Jobs", new[] { "Analytics" })]
    [InlineData("Lrs", new[] { "Analytics", "Jobs", "NationalDemo" })]
    [InlineData("NationalDemo", new string[0])]
    public void References_run_one_way(string assembly, string[] allowed)
    {
        string[] own = ["Analytics", "Jobs", "Lrs", "NationalDemo"];
        var references = Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!).Intersect(own);
        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Every_class_that_the_readme_names_exists()
    {
        var readme = File.ReadAllText(Path.Combine(Repository, "README.md"));
        var stages = readme[readme.IndexOf("| Stage |", StringComparison.Ordinal)..readme.IndexOf("[docs/life-of-a-statement.md]", StringComparison.Ordinal)];
        var names = Code().Matches(stages).Select(match => match.Groups[1].Value).Where(name => char.IsUpper(name[0])).Distinct().ToList();
        var types = Product.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Name).ToHashSet();
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => !types.Contains(name));
    }

    [Fact]
    public void Every_setting_is_in_the_configuration_document_and_every_setting_there_exists()
    {
        var document = File.ReadAllText(Path.Combine(Repository, "docs", "configuration.md"));
        var documented = Row().Matches(document).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        var options = Product.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.IsClass);
        Assert.Equal(options.SelectMany(SettingsOf).Order(StringComparer.Ordinal), documented);
    }

    private static IEnumerable<string> SettingsOf(Type options)
    {
        var section = options.GetField("Section")?.GetValue(null) as string;
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var name = property.GetCustomAttribute<Microsoft.Extensions.Configuration.ConfigurationKeyNameAttribute>()?.Name;
            if (name is not null || section is not null)
                yield return name ?? $"{section}:{property.Name}";
        }
    }

    internal static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "LearningRecords.sln")))
            directory = directory.Parent;
        return directory.FullName;
    }

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `([A-Za-z_:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
