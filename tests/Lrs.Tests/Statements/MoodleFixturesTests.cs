using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements;

/// <summary>What Moodle's xAPI plug-in sends for each of its events.</summary>
public class MoodleFixturesTests
{
    public static TheoryData<string> Files { get; } = [.. Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path)).Order()];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "moodle-logstore-xapi");

    [Fact]
    public void Are_all_here() => Assert.Equal(109, Files.Count);

    [Theory]
    [MemberData(nameof(Files))]
    public void Are_accepted(string file)
    {
        var json = File.ReadAllBytes(Path.Combine(Folder, file));
        foreach (var version in new[] { "1.0.3", "2.0.0" })
        {
            var result = Parse(json, version);
            Assert.True(result.Success, result.Success ? "" : result.Error.ToString());
        }
    }
}
