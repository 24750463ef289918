using System.Reflection;

namespace Lrs.Tests;

public sealed class SqlFilesTests
{
    private static readonly Assembly[] Product = [typeof(Analytics.DataOptions).Assembly, typeof(Jobs.Schedule).Assembly, typeof(HostingOptions).Assembly];

    [Fact]
    public void Every_SQL_file_says_in_its_first_line_what_it_is_for()
    {
        var files = Product.SelectMany(assembly => assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (Name: name, FirstLine: FirstLine(assembly, name)))).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => !file.FirstLine.StartsWith("-- ", StringComparison.Ordinal)).Select(file => file.Name));
    }

    private static string FirstLine(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadLine() ?? "";
    }
}
