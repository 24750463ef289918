using System.Text.Json;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>Looks at a page as those who cannot see it, or cannot see it well, would (WCAG 2.2 AA), with axe-core.</summary>
internal static class Axe
{
    private const string Run =
        "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations";

    private static readonly Lazy<string> Source = new(() => File.ReadAllText(Path.Combine(FindRepository(), "dashboards", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Fails on what axe calls serious or critical, and says where it stands.</summary>
    public static async Task FindsNothingSeriousAsync(IPage page)
    {
        // Not by a script element: the pages' policy allows none but their own.
        await page.EvaluateAsync(Source.Value);
        var violations = await page.EvaluateAsync<JsonElement>(Run);
        Assert.Empty(violations.EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("help").GetString()} "
                + string.Join(", ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString()))));
    }

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "LearningRecords.sln")))
            directory = directory.Parent;
        return directory.FullName;
    }
}
